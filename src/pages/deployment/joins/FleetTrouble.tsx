import type { FailedActivities } from "../../../codedeploy/scaling/scaling-activity.ts";
import { fleetWords } from "../../../codedeploy/scaling/scaling-activity.ts";
import { useScalingActivities } from "../../../queries/joins/scaling-activities.ts";
import { formatCount } from "../../../format/counts.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Timestamp } from "../../../ui/time.tsx";
import { partProblemWords } from "../part-problem-words.ts";
import { useShownDeployment } from "../shown-deployment.ts";

/** Why the replacement fleet of a blue/green deployment does not come up, by reason. Nothing while nothing has failed. */
export function FleetTrouble() {
  const { region, deployment } = useShownDeployment();
  const state = useScalingActivities(region, deployment, { polls: false });
  if (!state) return null;
  const { failed = [], error } = state;
  const words = fleetWords(failed);
  return (
    <>
      {words !== undefined && (
        <Notice tone="fail" title={words}>
          <ul className="space-y-2">
            {failed.map((group) => (
              <li key={`${group.summary} ${group.firstMs}`}>
                <Failed group={group} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {error && (
        <p className="text-muted">{partProblemWords(error, "Whether the fleet comes up is not known")}</p>
      )}
    </>
  );
}

function Failed({
  group: { summary, nextStep, message, count, firstMs, lastMs },
}: {
  group: FailedActivities;
}) {
  return (
    <>
      <p className="font-semibold">
        {count > 1 && `${formatCount(count)} times: `}
        {summary}
      </p>
      {message !== undefined && (
        <p className="text-muted">
          <AwsText text={message} />
        </p>
      )}
      {nextStep !== undefined && (
        <p>
          <span className="text-muted">What to do: </span>
          {nextStep}
        </p>
      )}
      {firstMs !== undefined && (
        <p className="text-muted">
          {count === 1 ? "At " : "The first at "}
          <Timestamp atMs={firstMs} />
          {count > 1 && lastMs !== undefined && (
            <>
              , the last at <Timestamp atMs={lastMs} />
            </>
          )}
        </p>
      )}
    </>
  );
}
