import { useAddress } from "../../app/navigation.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { isFinished, statusFacts } from "../../codedeploy/deployment/status.ts";
import { moment, timing } from "../../codedeploy/deployment/timing.ts";
import type { ApplicationRef, DeploymentGroup } from "../../codedeploy/group/deployment-group.ts";
import { whatRuns } from "../../codedeploy/group/what-runs.ts";
import { revisionLine } from "../../codedeploy/revision/revision-line.ts";
import { visibleText } from "../../format/text.ts";
import { CutName } from "../../ui/CutName.tsx";
import { Elapsed, Timestamp } from "../../ui/time.tsx";
import { Link } from "../frame/Link.tsx";
import { StatusIcon, TONE_TEXT } from "../frame/StatusIcon.tsx";

interface GroupRowProps {
  application: ApplicationRef;
  name: string;
  /** Absent where only its name is known. */
  group: DeploymentGroup | undefined;
  /** The latest answers about what runs, by deployment. */
  live: ReadonlyMap<string, Deployment>;
}

/** A deployment group in the list of its application, in three lines of a fixed height: all of the row is its link. */
export function GroupRow({ application, name, group, live }: GroupRowProps) {
  const { view } = useAddress();
  const attempt = group?.lastAttemptedDeployment;
  const now = live.get(attempt?.deploymentId ?? "");
  return (
    <>
      {group && <StatusIcon status={now?.status ?? attempt?.status} />}
      <div className="min-w-0 flex-1 leading-5">
        <p className="flex">
          <Link
            to={{ page: "group", ...application, deploymentGroupName: name, view }}
            className="flex min-w-0 scroll-my-20 font-medium no-underline after:absolute after:inset-0"
          >
            <CutName text={name} />
          </Link>
        </p>
        {!group && <p className="text-xs text-muted">Its state is not known</p>}
        {group && (
          <>
            <p className="truncate text-xs text-muted">
              <Attempt attempt={attempt} now={now} />
            </p>
            <p className="truncate text-xs text-muted">
              <LastSuccess group={group} />
            </p>
          </>
        )}
      </div>
    </>
  );
}

interface AttemptProps {
  attempt: DeploymentGroup["lastAttemptedDeployment"];
  /** The latest answer about it, while it runs. */
  now: Deployment | undefined;
}

/** The last attempt: while it runs, for how long and how far it is. */
function Attempt({ attempt, now }: AttemptProps) {
  if (!attempt) return "AWS names no deployment to this group";
  const status = now?.status ?? attempt.status;
  const { word, tone } = statusFacts(status);
  const createdMs = moment(attempt.createTime);
  const endedMs = moment(now?.completeTime) ?? moment(attempt.endTime);
  const span = now && timing(now).span;
  const sinceMs = span?.kind === "running" ? span.sinceMs : createdMs;
  return (
    <>
      Last attempt: <span className={`font-medium ${TONE_TEXT[tone]}`}>{visibleText(word)}</span>
      {isFinished(status) && endedMs !== undefined && (
        <>
          {" "}
          <Timestamp atMs={endedMs} />
        </>
      )}
      {isFinished(status) && endedMs === undefined && createdMs !== undefined && (
        <>
          , created <Timestamp atMs={createdMs} />
        </>
      )}
      {!isFinished(status) && sinceMs !== undefined && (
        <>
          , <Elapsed sinceMs={sinceMs} /> so far
        </>
      )}
      {now && !isFinished(status) && <Progress deployment={now} />}
      {attempt.deploymentId && <> · {visibleText(attempt.deploymentId)}</>}
    </>
  );
}

/** How many targets have succeeded; nothing where AWS does not count them. */
function Progress({ deployment: { deploymentOverview } }: { deployment: Deployment }) {
  if (!deploymentOverview) return null;
  const counts = Object.values(deploymentOverview);
  const all = counts.reduce<number>((sum, count = 0) => sum + count, 0);
  const { Succeeded = 0, Failed = 0 } = deploymentOverview;
  if (all === 0) return null;
  return (
    <>
      , {Succeeded} of {all} succeeded{Failed > 0 && `, ${Failed} failed`}
    </>
  );
}

/** What last succeeded, and since when; with a word of doubt where something else may run. */
function LastSuccess({ group }: { group: DeploymentGroup }) {
  const runs = whatRuns(group, undefined);
  if (!runs) return "AWS names none that has succeeded";
  const { revision, sinceMs, doubts, deploymentId } = runs;
  // The group's target revision is its last success's where nothing came after that; AWS may set it before one has succeeded.
  const isItsOwn = (group.lastAttemptedDeployment?.deploymentId ?? deploymentId) === deploymentId;
  return (
    <>
      {doubts.length === 0 ? "Last success: " : "Something else may run. Last success: "}
      <bdi className="text-ink">
        {(isItsOwn ? revisionLine(revision) : undefined) ?? visibleText(deploymentId)}
      </bdi>
      {sinceMs !== undefined && (
        <>
          {" since "}
          <Timestamp atMs={sinceMs} />
        </>
      )}
    </>
  );
}
