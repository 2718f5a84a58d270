import { actionProgress } from "../../../codedeploy/actions/action-progress.ts";
import type { DoneAction } from "../../../codedeploy/actions/action-progress.ts";
import { actionName } from "../../../codedeploy/actions/action.ts";
import type { Deployment, DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import { useActing, useDoneActions } from "../../../queries/acting/acting.ts";
import { useFollowUp } from "../../../queries/acting/follow-up.ts";
import { useFoundDeployment } from "../../../queries/group-deployments.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useNow, useOnTick } from "../../../ui/clock.ts";
import { Timestamp } from "../../../ui/time.tsx";
import { partProblemWords } from "../part-problem-words.ts";
import { DeploymentLink } from "../../frame/Link.tsx";

/** How long something that has come to its end stays in sight. The log of transitions keeps it. */
const SHOWN_FOR_MS = 10 * 60_000;

interface ActionNoticeProps extends DeploymentRef {
  deployment: Deployment;
}

/** What became of this browser's last action: followed until there is nothing more to wait for. */
export function ActionNotice(props: ActionNoticeProps) {
  const last = useDoneActions(props).at(-1);
  return last && last.outcome?.state !== "refused" ? <Followed {...props} done={last} /> : null;
}

function Followed({ region, deploymentId, deployment, done }: ActionNoticeProps & { done: DoneAction }) {
  const ref = { region, deploymentId };
  const readAtMs = useOnTick(useActing(ref).readAtMs);
  const nowMs = useNow();
  const { words, rollbackId, isPending, isSlow } = actionProgress(done, deployment, readAtMs);
  useFollowUp(ref, isPending && isSlow ? `${done.id} ${deployment.status}` : undefined);
  const { outcome } = done;
  const isUnknown = outcome?.state === "unknown";
  const started = outcome?.state === "accepted" ? outcome.deploymentId : undefined;
  if (!isPending && nowMs - done.atMs > SHOWN_FOR_MS) return null;
  return (
    <section aria-label="Last action">
      <Notice tone="neutral" title={actionName(done.kind, deployment)}>
        <output className="block">
          {words.map((sentence) => (
            <span key={sentence}>
              <AwsText text={sentence} />{" "}
            </span>
          ))}
          {started !== undefined && (
            <span className="font-medium">
              It has started <DeploymentLink region={region} deploymentId={started} />.
            </span>
          )}
          {isUnknown && done.mark !== undefined && (
            <Found region={region} deployment={deployment} mark={done.mark} />
          )}
          {rollbackId !== undefined && (
            <span className="font-medium">
              It is rolled back by <DeploymentLink region={region} deploymentId={rollbackId} />: follow it
              there.
            </span>
          )}
        </output>
        <p className="text-muted">
          Confirmed in this browser at <Timestamp atMs={done.atMs} />
        </p>
      </Notice>
    </section>
  );
}

interface FoundProps {
  region: string;
  deployment: Deployment;
  mark: string;
}

/** Whether the group's list has the deployment that a request of an unknown outcome was for. */
function Found({ region, deployment, mark }: FoundProps) {
  const { applicationName = "", deploymentGroupName = "" } = deployment;
  const { foundId, error } = useFoundDeployment({ region, applicationName, deploymentGroupName }, mark);
  if (!foundId && error) {
    return (
      <>
        {partProblemWords(
          error,
          "Whether AWS received it is not known, since the list of the group could not be read",
        )}
      </>
    );
  }
  if (foundId === undefined) return <>The page looks for its description in the list of the group.</>;
  if (foundId === null) return <>The list of the group has no deployment with its description.</>;
  return (
    <span className="font-medium">
      AWS has received it: the list of the group has <DeploymentLink region={region} deploymentId={foundId} />
      .
    </span>
  );
}
