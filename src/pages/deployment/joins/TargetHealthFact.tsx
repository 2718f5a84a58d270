import type { HealthGroup } from "../../../codedeploy/target-health/target-health.ts";
import { useTargetHealth } from "../../../queries/joins/target-health.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { useNow } from "../../../ui/clock.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { partProblemWords } from "../part-problem-words.ts";
import { useShownDeployment } from "../shown-deployment.ts";

/** How the new targets are behind their load balancer. Nothing where a deployment has none. */
export function TargetHealthFact() {
  const { region, deployment } = useShownDeployment();
  const state = useTargetHealth(region, deployment, { polls: false });
  if (!state) return null;
  const { groups, error } = state;
  if (groups?.length === 0 && !error) return null;
  return (
    <PropertyList>
      <Property name="Target health" hint={error && partProblemWords(error, "Not up to date")}>
        {groups ? <HealthList groups={groups} /> : !error && "Elastic Load Balancing is being asked."}
      </Property>
    </PropertyList>
  );
}

/** The new targets that keep the deployment from going on. Nothing while none does. */
export function UnhealthyTargets() {
  const { region, deployment } = useShownDeployment();
  const groups = useTargetHealth(region, deployment, { polls: false })?.groups ?? [];
  const atOnce = groups.filter(({ trouble }) => trouble === "at-once");
  const lasting = groups.filter(({ trouble }) => trouble === "lasting");
  return (
    <>
      {atOnce.length > 0 && <Trouble groups={atOnce} />}
      {lasting.length > 0 && <LastingTrouble groups={lasting} sinceMs={deployment.createTime} />}
    </>
  );
}

/** A deployment that has run for so long is past what is usual before traffic is shifted. */
const LONG_MS = 5 * 60_000;

interface LastingTroubleProps {
  groups: readonly HealthGroup[];
  sinceMs: number | undefined;
}

/** A leaf, since it looks at the clock. */
function LastingTrouble({ groups, sinceMs }: LastingTroubleProps) {
  const isLong = useNow() - (sinceMs ?? Number.POSITIVE_INFINITY) >= LONG_MS;
  return isLong && <Trouble groups={groups} />;
}

function Trouble({ groups }: { groups: readonly HealthGroup[] }) {
  return (
    <Notice tone="wait" title="The load balancer does not take the new targets for healthy.">
      <HealthList groups={groups} />
    </Notice>
  );
}

function HealthList({ groups }: { groups: readonly HealthGroup[] }) {
  return (
    <ul>
      {groups.map(({ words, description }) => (
        <li key={`${words} ${description}`}>
          <AwsText text={`${words}.`} />
          {description !== undefined && (
            <span className="text-muted">
              {" "}
              <AwsText text={description} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
