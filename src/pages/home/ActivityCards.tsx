import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { statusFacts } from "../../codedeploy/deployment/status.ts";
import { unlistedWords } from "../../codedeploy/group/list-filter.ts";
import { timing } from "../../codedeploy/deployment/timing.ts";
import { visibleText } from "../../format/text.ts";
import type { RegionActivity, RegionAnswer } from "../../queries/lists/account-activity.ts";
import { useRunningDeployments } from "../../queries/lists/running-deployments.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Elapsed, Timestamp } from "../../ui/time.tsx";
import { StatusIcon } from "../frame/StatusIcon.tsx";
import { NotShown } from "./NotShown.tsx";
import { DeploymentRow } from "./ExampleDeployments.tsx";

interface ActivityCardsProps {
  answers: readonly RegionAnswer<RegionActivity>[];
  refresh: () => Promise<unknown>;
}

/** What runs now, kept up to date, and what failed in the last day. */
export function ActivityCards({ answers, refresh }: ActivityCardsProps) {
  const known = answers.flatMap(({ answer }) => answer ?? []);
  const missing = (
    <>
      <NotShown
        what="What runs and what failed is not shown"
        answers={answers.filter(({ answer }) => !answer)}
        lookAgain={refresh}
      />
      <NotShown
        what="What runs and what failed is not up to date"
        answers={answers.filter(({ answer }) => answer)}
      />
    </>
  );
  if (known.length === 0) return <div>{missing}</div>;
  const hasRunning = known.some(({ running }) => running.length > 0);
  const unlisted = new Set(known.flatMap((activity) => activity.unlisted));
  const hasMore = known.some((activity) => activity.hasMore);
  // A page of AWS's list may be empty, and the list go on; another Region may have given none.
  const isWhole = !hasMore && known.length === answers.length;
  const begin = isWhole ? "AWS lists no deployment" : "AWS has so far listed no deployment";
  const hasFailed = known.some(({ failed }) => failed.length > 0);
  return (
    <>
      <Card
        title="Running now"
        aside={
          <Button size="small" look="bare" onClick={() => void refresh()}>
            Look again
          </Button>
        }
      >
        {!hasRunning && (
          <p>
            {begin} {unlisted.size === 0 ? "that has not ended" : "that is created, queued or in progress"}.
          </p>
        )}
        <ul className="-mx-4 -my-3 divide-y divide-line">
          {known.map((activity) => (
            <RunningRows key={activity.region} {...activity} />
          ))}
        </ul>
      </Card>
      <Card
        title="Failed in the last 24 hours"
        aside={<p className="text-xs text-muted">Of those created in that time</p>}
      >
        {!hasFailed && <p>{begin} that failed and was created in the last 24 hours.</p>}
        <ul className="-mx-4 -my-3 divide-y divide-line">
          {known.flatMap(({ region, failed }) =>
            failed.map((deployment) => (
              <ActivityRow
                key={`${region}/${deployment.deploymentId}`}
                region={region}
                deploymentId={deployment.deploymentId}
                deployment={deployment}
              />
            )),
          )}
        </ul>
      </Card>
      {unlisted.size > 0 && <p className="text-muted">{unlistedWords([...unlisted])}</p>}
      {hasMore && (
        <p className="text-muted">
          AWS may have more than are listed here: each list ends after 25 in a Region, or after AWS’s first
          page.
        </p>
      )}
      {missing}
    </>
  );
}

/** The deployments of one Region that had not ended when they were listed. One that ends keeps its row. */
function RunningRows({ region, running, readAtMs }: RegionActivity) {
  // What the role may not read has no status.
  const read = running.filter(({ status }) => status !== undefined);
  const { byId, error } = useRunningDeployments(
    region,
    read.map(({ deploymentId }) => deploymentId),
    { deployments: read, atMs: readAtMs },
  );
  return (
    <>
      {running.map((deployment) => (
        <ActivityRow
          key={deployment.deploymentId}
          region={region}
          deploymentId={deployment.deploymentId}
          deployment={byId.get(deployment.deploymentId) ?? deployment}
        />
      ))}
      {error && (
        <li className="px-4 py-2">
          <NotShown what="What runs is not up to date" answers={[{ region, answer: undefined, error }]} />
        </li>
      )}
    </>
  );
}

interface ActivityRowProps {
  region: string;
  deploymentId: string;
  deployment: Deployment;
}

function ActivityRow({ region, deploymentId, deployment }: ActivityRowProps) {
  const { applicationName, deploymentGroupName, status } = deployment;
  const names = [applicationName, deploymentGroupName].filter(Boolean).join(" / ");
  const { createdMs, span } = timing(deployment);
  return (
    <DeploymentRow
      region={region}
      deploymentId={deploymentId}
      icon={<StatusIcon status={status} />}
      name={names === "" ? deploymentId : names}
      facts={
        <>
          {status !== undefined && <>{visibleText(statusFacts(status).word)} · </>}
          {createdMs !== undefined && (
            <>
              created <Timestamp atMs={createdMs} /> ·{" "}
            </>
          )}
          {region}
          {names !== "" && <> · {deploymentId}</>}
        </>
      }
      end={span.kind === "running" ? <Elapsed sinceMs={span.sinceMs} /> : undefined}
    />
  );
}
