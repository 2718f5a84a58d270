import { deploymentGroupUrl } from "../../aws-names/source-links.ts";
import type { DeploymentGroup, GroupRef } from "../../codedeploy/group/deployment-group.ts";
import { deploymentConfig } from "../../codedeploy/settings/deployment-config.ts";
import { loadBalancers } from "../../codedeploy/settings/load-balancers.ts";
import { alarmOverride, autoRollback } from "../../codedeploy/settings/safety.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Card } from "../../ui/Card.tsx";
import { Code } from "../../ui/Code.tsx";
import { ConsoleLink } from "../../ui/ExternalLink.tsx";
import { Property, PropertyList } from "../../ui/PropertyList.tsx";
import { LoadBalancerResources } from "../deployment/settings/LoadBalancers.tsx";
import { pollFailureWords, rollbackWords } from "../deployment/settings/SafetySettings.tsx";

interface GroupSettingsProps {
  place: GroupRef;
  group: DeploymentGroup;
}

/** The group's settings as they are today. A deployment has those of the time when it was created. */
export function GroupSettings({ place, group }: GroupSettingsProps) {
  const rollback = autoRollback(group);
  const alarms = alarmOverride({ overrideAlarmConfiguration: group.alarmConfiguration });
  const balancers = loadBalancers(group);
  const config = deploymentConfig(group.deploymentConfigName);
  return (
    <Card title="Settings today">
      <div className="space-y-2">
        <p className="text-muted">
          As the group is now: earlier deployments may have had others.{" "}
          <ConsoleLink
            href={deploymentGroupUrl(place.region, place.applicationName, place.deploymentGroupName)}
          >
            The group in the console
          </ConsoleLink>
        </p>
        <PropertyList>
          {config && (
            <Property name="Configuration" hint={config.meaning}>
              <Code text={config.word} />
            </Property>
          )}
          <Property name="Automatic rollback">
            {rollback ? <AwsText text={rollbackWords(rollback)} /> : "Not reported"}
          </Property>
          <Property name="Alarms" hint={alarms && pollFailureWords(alarms)}>
            {!alarms && "Not reported"}
            {alarms?.isEnabled === false && "Off: no alarm stops a deployment."}
            {alarms?.isEnabled !== false && alarms?.alarmNames.length === 0 && "On; none is named."}
            {alarms && alarms.alarmNames.length > 0 && (
              <ul>
                {alarms.alarmNames.map((name) => (
                  <li key={name}>
                    <Code text={name} />
                  </li>
                ))}
              </ul>
            )}
          </Property>
          {balancers ? (
            <LoadBalancerResources found={balancers} />
          ) : (
            <Property name="Load balancing">None named</Property>
          )}
        </PropertyList>
      </div>
    </Card>
  );
}
