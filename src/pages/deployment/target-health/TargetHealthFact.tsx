import { useTargetHealth } from "../../../queries/target-health.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { partProblemWords } from "../part-problem-words.ts";
import { usePaused, useShownDeployment } from "../shown-deployment.ts";

/** How the new targets are behind their load balancer. Nothing where a deployment has none. */
export function TargetHealthFact() {
  const { region, deployment } = useShownDeployment();
  const state = useTargetHealth(region, deployment, !usePaused());
  if (!state) return null;
  const { groups, error } = state;
  if (groups?.length === 0 && !error) return null;
  return (
    <PropertyList>
      <Property name="Target health" hint={error && partProblemWords(error, "Not up to date")}>
        {groups ? (
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
        ) : (
          !error && "Elastic Load Balancing is being asked."
        )}
      </Property>
    </PropertyList>
  );
}
