import { applicationUrl, deploymentGroupUrl } from "../../../aws-names/application-link.ts";
import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { deploymentConfig } from "../../../codedeploy/settings/deployment-config.ts";
import { deploymentMode } from "../../../codedeploy/settings/deployment-mode.ts";
import { deploymentStyle } from "../../../codedeploy/settings/deployment-style.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Code } from "../../../ui/Code.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { ConsoleLink } from "../../../ui/ConsoleLink.tsx";
import { ExplainedProperty } from "./ExplainedProperty.tsx";
import { SettingsGroup } from "./SettingsGroup.tsx";

interface HowItDeploysProps {
  deployment: Deployment;
  region: string;
}

/** What is deployed to, and by which configuration and style. */
export function HowItDeploys({ deployment, region }: HowItDeploysProps) {
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
