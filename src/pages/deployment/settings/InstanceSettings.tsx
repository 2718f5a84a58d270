import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { instanceSettings } from "../../../codedeploy/settings/instance-settings.ts";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { ExplainedProperty } from "./ExplainedProperty.tsx";
import { SettingsGroup } from "./SettingsGroup.tsx";

/** What happens on each instance; what is off takes one quiet line. */
export function InstanceSettings({ deployment }: { deployment: Deployment }) {
  const { fileExists, switches } = instanceSettings(deployment);
  if (!fileExists && switches.length === 0) return null;
  const off = switches.filter(({ isOn }) => !isOn);
  return (
    <SettingsGroup title="On each instance">
      <PropertyList>
        <ExplainedProperty name="If a file exists" value={fileExists} />
        {switches
          .filter(({ isOn }) => isOn)
          .map(({ name, meaning }) => (
            <ExplainedProperty key={name} name={name} value={{ word: "On", meaning }} />
          ))}
        {off.length > 0 && (
          <Property name="Off">
            <span className="text-muted">{off.map(({ name }) => name.toLowerCase()).join(", ")}</span>
          </Property>
        )}
      </PropertyList>
    </SettingsGroup>
  );
}
