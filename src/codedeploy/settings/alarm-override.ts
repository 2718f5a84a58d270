import type { Deployment } from "../deployment/deployment.ts";
import { distinct } from "../../values/distinct.ts";
import { present } from "../../values/present.ts";

export interface AlarmOverride {
  /** `false`: alarms do not stop this deployment, also not those of its group. */
  isEnabled: boolean | undefined;
  alarmNames: string[];
  /** Whether the deployment goes on when CloudWatch cannot tell the alarms' state. */
  ignoresPollFailure: boolean | undefined;
}

/**
 * Alarms given with this deployment in place of its group's; `undefined` when none were. The group's own are
 * not part of GetDeployment.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_AlarmConfiguration.html
 */
export function alarmOverride({ overrideAlarmConfiguration: sent }: Deployment): AlarmOverride | undefined {
  const alarmNames = distinct(present(sent?.alarms).flatMap(({ name }) => (name ? [name] : [])));
  const isEnabled = sent?.enabled ?? undefined;
  const ignoresPollFailure = sent?.ignorePollAlarmFailure ?? undefined;
  const isSilent = isEnabled === undefined && ignoresPollFailure === undefined && alarmNames.length === 0;
  return isSilent ? undefined : { isEnabled, alarmNames, ignoresPollFailure };
}
