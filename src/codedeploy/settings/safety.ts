import type { AutoRollbackEvent } from "@aws-sdk/client-codedeploy";
import { distinct, present } from "../../values/lists.ts";
import { lookUp } from "../../values/look-up.ts";
import type { Deployment } from "../deployment/deployment.ts";

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

export interface AutoRollback {
  /** `undefined`: AWS sent events and did not say whether they count. */
  isEnabled: boolean | undefined;
  /** When it rolls back, in words that complete "when …"; an unknown event as AWS wrote it. */
  events: string[];
}

const EVENTS: Readonly<Record<AutoRollbackEvent, string>> = {
  DEPLOYMENT_FAILURE: "the deployment fails",
  DEPLOYMENT_STOP_ON_ALARM: "an alarm stops it",
  DEPLOYMENT_STOP_ON_REQUEST: "somebody stops it",
};

/**
 * Whether CodeDeploy goes back by itself, and when; `undefined` when AWS says nothing about it.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_AutoRollbackConfiguration.html
 */
export function autoRollback({ autoRollbackConfiguration: sent }: Deployment): AutoRollback | undefined {
  const isEnabled = sent?.enabled ?? undefined;
  const events = distinct(present(sent?.events)).map((event) => lookUp(EVENTS, event) ?? event);
  return isEnabled === undefined && events.length === 0 ? undefined : { isEnabled, events };
}
