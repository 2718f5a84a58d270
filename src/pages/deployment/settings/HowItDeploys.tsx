import { applicationUrl, deploymentGroupUrl } from "../../../aws-names/source-links.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { deploymentConfig } from "../../../codedeploy/settings/deployment-config.ts";
import { deploymentMode, deploymentStyle } from "../../../codedeploy/settings/deployment-style.ts";
import { instanceSettings } from "../../../codedeploy/settings/instance-settings.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Code } from "../../../ui/Code.tsx";
import { ConsoleLink } from "../../../ui/ExternalLink.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { ExplainedProperty, SettingsGroup } from "./SettingsGroup.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/** What is deployed to, and by which configuration and style. */
export function HowItDeploys() {
  const { region, deployment } = useShownDeployment();
  const { applicationName, deploymentGroupName } = deployment;
  const { word, source } = platformFacts(deployment);
  const style = deploymentStyle(deployment);
  const config = deploymentConfig(deployment.deploymentConfigName);
  return (
    <SettingsGroup title="How it deploys">
      <PropertyList>
        {applicationName && (
          <Property name="Application">
            <ConsoleLink href={applicationUrl(region, applicationName)}>
              <Code text={applicationName} />
            </ConsoleLink>
          </Property>
        )}
        {deploymentGroupName && (
          <Property name="Deployment group">
            <ConsoleLink href={deploymentGroupUrl(region, applicationName, deploymentGroupName)}>
              <Code text={deploymentGroupName} />
            </ConsoleLink>
          </Property>
        )}
        <Property
          name="Platform"
          hint={source === "derived" ? "AWS did not name it; other parts of the answer tell." : undefined}
        >
          <AwsText text={word} />
        </Property>
        {config && (
          <Property name="Configuration" hint={config.meaning}>
            <Code text={config.word} />
          </Property>
        )}
        <ExplainedProperty name="Mode" value={deploymentMode(deployment.deploymentMode)} />
        <ExplainedProperty name="Style" value={style.type} />
        <ExplainedProperty name="Traffic" value={style.trafficControl} />
      </PropertyList>
    </SettingsGroup>
  );
}

/** What happens on each instance; what is off takes one quiet line. */
export function InstanceSettings() {
  const { deployment } = useShownDeployment();
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
