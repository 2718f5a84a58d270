import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { creatorPhrase } from "../../codedeploy/deployment/creator-words.ts";
import { statusFacts } from "../../codedeploy/deployment/status.ts";
import { timing } from "../../codedeploy/deployment/timing.ts";
import { revisionLine } from "../../codedeploy/revision/revision-line.ts";
import { visibleText } from "../../format/text.ts";
import { Duration, Elapsed, Timestamp } from "../../ui/time.tsx";
import { DeploymentLink } from "../frame/Link.tsx";
import { StatusIcon } from "../frame/StatusIcon.tsx";

/** A deployment in the list of its group. */
export function DeploymentRow({ region, deployment }: { region: string; deployment: Deployment }) {
  const { deploymentId, status, revision, creator } = deployment;
  const { createdMs, span } = timing(deployment);
  const by = creatorPhrase(creator);
  return (
    <li className="flex items-start gap-3 px-4 py-2.5">
      <StatusIcon status={status} />
      <div className="min-w-0 flex-1">
        <p>
          {visibleText(statusFacts(status).word)}{" "}
          {deploymentId !== undefined && <DeploymentLink region={region} deploymentId={deploymentId} />}
        </p>
        <p className="text-xs text-muted">
          <bdi>{revisionLine(revision) ?? "Revision not reported"}</bdi>
          {by !== undefined && <> · started by {by}</>}
          {createdMs !== undefined && (
            <>
              {" · "}
              <Timestamp atMs={createdMs} />
            </>
          )}
        </p>
      </div>
      {span.kind === "total" && <Duration lengthMs={span.lengthMs} />}
      {span.kind === "running" && <Elapsed sinceMs={span.sinceMs} />}
    </li>
  );
}
