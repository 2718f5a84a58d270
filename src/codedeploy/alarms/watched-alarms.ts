import type { AlarmConfiguration } from "@aws-sdk/client-codedeploy";
import { distinct, present } from "../../values/lists.ts";
import type { Deployment, Plain } from "../deployment/deployment.ts";
import { alarmOverride } from "../settings/safety.ts";

/** Which alarms CodeDeploy watches while it deploys. */
export type WatchedAlarms =
  /** None: the deployment or its group says that alarms do not stop it, or names none. */
  { kind: "none" } | { kind: "named"; names: string[]; setBy: "deployment" | "group" };

/**
 * Which alarms may stop a deployment: those given with it, else those that its group has today, which GetDeployment does
 * not name.
 *
 * @param ofGroup the group's `alarmConfiguration`, as GetDeploymentGroup has it; not asked where the deployment has its own
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_AlarmConfiguration.html
 */
export function watchedAlarms(
  deployment: Deployment,
  ofGroup: Plain<AlarmConfiguration> | undefined,
): WatchedAlarms {
  const own = alarmOverride(deployment);
  if (own) return named(own.isEnabled === false ? [] : own.alarmNames, "deployment");
  const names = distinct(present(ofGroup?.alarms).flatMap(({ name }) => (name ? [name] : [])));
  return named(ofGroup?.enabled === true ? names : [], "group");
}

function named(names: string[], setBy: "deployment" | "group"): WatchedAlarms {
  return names.length === 0 ? { kind: "none" } : { kind: "named", names, setBy };
}
