import { useMemo } from "react";
import type { HealthGroup } from "../../../codedeploy/target-health/target-health.ts";
import { keepsBack, troubleWords } from "../../../codedeploy/target-health/target-health.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { useTargetHealth } from "../../../queries/joins/target-health.ts";
import { useTargetList } from "../../../queries/targets.tsx";
import { AwsText } from "../../../ui/AwsText.tsx";
import { useHasCome } from "../../../ui/clock.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { partProblemWords } from "../part-problem-words.ts";
import { useShownDeployment } from "../shown-deployment.ts";

/** How the new targets are behind their load balancer that {@link UnhealthyTargets} does not say. Nothing where a deployment has none. */
export function TargetHealthFact() {
  const { region, deployment } = useShownDeployment();
  const state = useTargetHealth(region, deployment, { polls: false });
  const isInTheWay = useIsInTheWay();
  if (!state) return null;
  const { groups, error } = state;
  const others = groups?.filter((group) => !isInTheWay(group));
  if (others?.length === 0 && !error) return null;
  return (
    <PropertyList>
      <Property name="Target health" hint={error && partProblemWords(error, "Not up to date")}>
        {others ? <HealthList groups={others} /> : !error && "Elastic Load Balancing is being asked."}
      </Property>
    </PropertyList>
  );
}

/** The new targets that keep the deployment from going on. Nothing while none does. */
export function UnhealthyTargets() {
  const { region, deployment } = useShownDeployment();
  const groups = useTargetHealth(region, deployment, { polls: false })?.groups ?? [];
  const inTheWay = groups.filter(useIsInTheWay());
  if (inTheWay.length === 0) return null;
  return (
    <Notice tone="wait" title={troubleWords(inTheWay, groups, deployment)}>
      <HealthList groups={inTheWay} />
    </Notice>
  );
}

/** A deployment that has run for so long is past what is usual before traffic is shifted. */
const LONG_MS = 5 * 60_000;

/** Tells which targets keep the deployment from going on now. */
function useIsInTheWay(): (group: HealthGroup) => boolean {
  const { deployment } = useShownDeployment();
  const list = useTargetList();
  const targets = useMemo(() => knownTargets(list), [list]);
  const isLong = useHasCome((deployment.createTime ?? Number.POSITIVE_INFINITY) + LONG_MS);
  return (group) => keepsBack(group, deployment, targets, isLong);
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
