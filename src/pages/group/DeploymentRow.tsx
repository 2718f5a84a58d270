import { clsx } from "clsx";
import { useAddress } from "../../app/navigation.ts";
import { isDeploymentId } from "../../aws-names/deployment-id.ts";
import { creatorPhrase } from "../../codedeploy/deployment/creator-words.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { rollback } from "../../codedeploy/deployment/rollback.ts";
import { statusFacts } from "../../codedeploy/deployment/status.ts";
import { timing } from "../../codedeploy/deployment/timing.ts";
import type { Joint } from "../../codedeploy/group/rollback-joints.ts";
import { revisionLine } from "../../codedeploy/revision/revision-line.ts";
import { visibleText } from "../../format/text.ts";
import { CutName } from "../../ui/CutName.tsx";
import { Timestamp } from "../../ui/time.tsx";
import { Link } from "../frame/Link.tsx";
import { StatusIcon, TONE_TEXT } from "../frame/StatusIcon.tsx";
import type { CompareChoice } from "./CompareChoice.tsx";
import { CompareBox } from "./CompareChoice.tsx";
import type { DurationScale } from "./DurationBar.tsx";
import { DurationBar } from "./DurationBar.tsx";

interface DeploymentRowProps {
  region: string;
  deployment: Deployment;
  joint: Joint | undefined;
  scale: DurationScale;
  /** Absent where there is nothing to compare it with. */
  choice: CompareChoice | undefined;
}

/** A deployment in the list of its group, in two or three lines of a fixed height: all of the row is its link. */
export function DeploymentRow({ region, deployment, joint, scale, choice }: DeploymentRowProps) {
  const { deploymentId = "", status, revision, creator } = deployment;
  const { view } = useAddress();
  const { word, tone } = statusFacts(status);
  const { createdMs, span } = timing(deployment);
  const by = creatorPhrase(creator);
  const chain = chainWords(deployment);
  const name = <bdi className="font-mono text-[0.8125rem]">{visibleText(deploymentId)}</bdi>;
  return (
    <>
      {joint && <JointLine joint={joint} />}
      {choice && isDeploymentId(deploymentId) && <CompareBox choice={choice} deploymentId={deploymentId} />}
      <StatusIcon status={status} />
      <div className="min-w-0 flex-1 leading-5">
        <p className="flex items-baseline gap-x-2 whitespace-nowrap">
          <span className={`font-medium ${TONE_TEXT[tone]}`}>{visibleText(word)}</span>
          {isDeploymentId(deploymentId) ? (
            <Link
              to={{ page: "deployment", region, deploymentId, view }}
              className="scroll-my-20 no-underline after:absolute after:inset-0"
            >
              {name}
            </Link>
          ) : (
            name
          )}
          {chain !== undefined && <span className="truncate text-xs text-muted">{chain}</span>}
        </p>
        <div className="text-xs leading-4 text-muted sm:flex sm:gap-x-1">
          <p className="flex min-w-0 shrink">
            <CutName text={revisionLine(revision) ?? "Revision not reported"} />
          </p>
          <p className="flex min-w-0 shrink-[4] gap-x-1 whitespace-nowrap">
            {createdMs !== undefined && (
              <span className="shrink-0 max-sm:max-w-full max-sm:truncate">
                <span className="max-sm:hidden">· </span>
                <Timestamp atMs={createdMs} />
              </span>
            )}
            {by !== undefined && <span className="truncate">· by {by}</span>}
          </p>
        </div>
      </div>
      <DurationBar span={span} tone={tone} scale={scale} />
    </>
  );
}

/** What else the deployment belongs to: the line beside the rows says so to the eye alone. */
function chainWords(deployment: Deployment): string | undefined {
  const { undoesId, undoneById, isRollback } = rollback(deployment) ?? {};
  if (undoesId !== undefined) return `rolls back ${visibleText(undoesId)}`;
  if (isRollback) return "a rollback";
  return undoneById === undefined ? undefined : `rolled back by ${visibleText(undoneById)}`;
}

/** Joins the rows of a deployment and its rollback at their left edge. */
function JointLine({ joint: { above, below } }: { joint: Joint }) {
  if (!above && !below) return null;
  return (
    <span
      aria-hidden
      className={clsx(
        "absolute left-1 w-2 border-l-2 border-edge",
        above ? "top-0" : "top-1/2 rounded-tl border-t-2",
        below ? "bottom-0" : "bottom-1/2 rounded-bl border-b-2",
      )}
    />
  );
}
