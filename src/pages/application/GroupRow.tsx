import { useAddress } from "../../app/navigation.ts";
import { statusFacts } from "../../codedeploy/deployment/status.ts";
import { moment } from "../../codedeploy/deployment/timing.ts";
import type { ApplicationRef, DeploymentGroup } from "../../codedeploy/group/deployment-group.ts";
import { visibleText } from "../../format/text.ts";
import { Timestamp } from "../../ui/time.tsx";
import { WholeName } from "../../ui/WholeName.tsx";
import { DeploymentLink, Link } from "../frame/Link.tsx";
import { StatusIcon } from "../frame/StatusIcon.tsx";

interface GroupRowProps {
  application: ApplicationRef;
  name: string;
  /** Absent where only its name is known. */
  group: DeploymentGroup | undefined;
}

/** A deployment group in the list of its application. */
export function GroupRow({ application, name, group }: GroupRowProps) {
  const { view } = useAddress();
  const attempt = group?.lastAttemptedDeployment;
  const success = group?.lastSuccessfulDeployment;
  const attemptedAtMs = moment(attempt?.createTime);
  const succeededAtMs = moment(success?.endTime);
  return (
    <li className="flex items-start gap-3 px-4 py-2.5">
      {attempt && <StatusIcon status={attempt.status} />}
      <div className="min-w-0 flex-1">
        <Link
          to={{ page: "group", ...application, deploymentGroupName: name, view }}
          className="inline-flex min-h-6 items-center font-medium"
        >
          <WholeName text={name} />
        </Link>
        {group && (
          <p className="text-xs text-muted">
            {attempt ? (
              <>
                Last attempt: {visibleText(statusFacts(attempt.status).word)}
                {attempt.deploymentId && (
                  <>
                    {" "}
                    <DeploymentLink region={application.region} deploymentId={attempt.deploymentId} />
                  </>
                )}
                {attemptedAtMs !== undefined && (
                  <>
                    {" "}
                    <Timestamp atMs={attemptedAtMs} />
                  </>
                )}
              </>
            ) : (
              "Never deployed to"
            )}
            {success?.deploymentId && success.deploymentId !== attempt?.deploymentId && (
              <>
                {" · "}Last success:{" "}
                <DeploymentLink region={application.region} deploymentId={success.deploymentId} />
                {succeededAtMs !== undefined && (
                  <>
                    {" "}
                    <Timestamp atMs={succeededAtMs} />
                  </>
                )}
              </>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
