import type { ReactNode } from "react";
import { autoScalingGroupUrl } from "../../../aws-names/console-links.ts";
import type { TagCondition } from "../../../codedeploy/settings/target-instances.ts";
import { targetInstances } from "../../../codedeploy/settings/target-instances.ts";
import { Code } from "../../../ui/Code.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { ConsoleLink } from "../../../ui/ExternalLink.tsx";
import { SettingsGroup } from "./SettingsGroup.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/** The replacement instances that were chosen for this deployment. */
export function TargetInstances() {
  const { region, deployment } = useShownDeployment();
  const found = targetInstances(deployment);
  if (!found) return null;
  const { autoScalingGroups, tagFilters, tagSets } = found;
  return (
    <SettingsGroup title="Replacement instances">
      <PropertyList>
        {autoScalingGroups.length > 0 && (
          <Property name="Auto Scaling groups">
            <ul>
              {autoScalingGroups.map((name) => (
                <li key={name}>
                  <ConsoleLink href={autoScalingGroupUrl(region, name)}>
                    <Code text={name} />
                  </ConsoleLink>
                </li>
              ))}
            </ul>
          </Property>
        )}
        {tagFilters.length > 0 && (
          <Property name="Tags">
            <Alternatives conditions={tagFilters} />
          </Property>
        )}
        {tagSets.length > 0 && (
          <Property
            name="Tag sets"
            hint={tagSets.length > 1 ? "An instance must match every line." : undefined}
          >
            <ul className="space-y-1">
              {tagSets.map((conditions) => (
                <li key={JSON.stringify(conditions)}>
                  <Alternatives conditions={conditions} />
                </li>
              ))}
            </ul>
          </Property>
        )}
      </PropertyList>
    </SettingsGroup>
  );
}

/** `A or B or C`. */
function Alternatives({ conditions }: { conditions: readonly TagCondition[] }) {
  return conditions.map((condition, index) => (
    <span key={JSON.stringify(condition)}>
      {index > 0 && <span className="text-muted"> or </span>}
      {conditionWords(condition)}
    </span>
  ));
}

function conditionWords(condition: TagCondition): ReactNode {
  switch (condition.match) {
    case "key":
      return (
        <>
          <Code text={condition.key} /> with any value
        </>
      );
    case "value":
      return (
        <>
          any tag with the value <Code text={condition.value} />
        </>
      );
    case "both":
      return <Code text={`${condition.key} = ${condition.value}`} />;
    case "unknown":
      return <Code text={`${condition.type}: ${condition.key} = ${condition.value}`} />;
  }
}
