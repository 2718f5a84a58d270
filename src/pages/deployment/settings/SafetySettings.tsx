import type { AlarmOverride, AutoRollback } from "../../../codedeploy/settings/safety.ts";
import { alarmOverride, autoRollback } from "../../../codedeploy/settings/safety.ts";
import { formatList } from "../../../format/list.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { AlarmNames } from "../joins/AlarmNames.tsx";
import { SettingsGroup } from "./SettingsGroup.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/** What stops the deployment or takes it back by itself. */
export function SafetySettings() {
  const { region, deployment } = useShownDeployment();
  const rollback = autoRollback(deployment);
  const alarms = alarmOverride(deployment);
  if (!rollback && !alarms) return null;
  return (
    <SettingsGroup title="Rollback and alarms">
      <PropertyList>
        {rollback && (
          <Property name="Automatic rollback">
            <AwsText text={rollbackWords(rollback)} />
          </Property>
        )}
        {alarms && (
          <Property name="Alarms" hint={pollFailureWords(alarms)}>
            {alarmWords(alarms)}
            <AlarmNames region={region} names={alarms.alarmNames} />
          </Property>
        )}
      </PropertyList>
    </SettingsGroup>
  );
}

/** Whether CodeDeploy goes back by itself, and when. */
export function rollbackWords({ isEnabled, events }: AutoRollback): string {
  const when = formatList(events, "or");
  if (isEnabled === undefined) return `AWS does not say whether it is on. Set for when ${when}.`;
  if (!isEnabled) return "Off";
  return when === "" ? "On; AWS names nothing that triggers it." : `On, when ${when}.`;
}

function alarmWords({ isEnabled, alarmNames }: AlarmOverride): string {
  if (isEnabled === false) return "Off for this deployment: no alarm stops it, also none of its group.";
  if (alarmNames.length === 0) return "Given with this deployment in place of its group's; none is named.";
  return "Given with this deployment, in place of its group's:";
}

/** What happens when the alarms' state cannot be told; nothing where AWS does not say it. */
export function pollFailureWords({ isEnabled, ignoresPollFailure }: AlarmOverride): string | undefined {
  if (isEnabled === false || ignoresPollFailure === undefined) return undefined;
  return ignoresPollFailure
    ? "When CloudWatch cannot be asked, the deployment goes on."
    : "When CloudWatch cannot be asked, the deployment stops.";
}
