import type { AutoRollbackEvent } from "@aws-sdk/client-codedeploy";
import type { Deployment } from "./deployment.ts";
import { rollback } from "./rollback.ts";

/** Whether CodeDeploy rolls back by itself after how the deployment ended. */
export type RollbackOutlook = "expected" | "not-for-this" | "off";

/**
 * Whether an automatic rollback is to be expected of a deployment that failed or was stopped and names none
 * yet: `rollbackInfo` may come some polls after the end. `undefined` where the question does not arise, or AWS
 * reports no settings.
 */
export function rollbackOutlook(deployment: Deployment): RollbackOutlook | undefined {
  const event = triggerOf(deployment);
  const settings = deployment.autoRollbackConfiguration;
  if (event === undefined || rollback(deployment) !== undefined) return undefined;
  if (settings?.enabled === false) return "off";
  if (settings?.enabled !== true || !settings.events) return undefined;
  return settings.events.includes(event) ? "expected" : "not-for-this";
}

/** `rollbackInfo` has come within seconds in every recorded case. */
const LATE_AFTER_MS = 5 * 60_000;

/**
 * What is said of an automatic rollback, in words.
 *
 * @param endedAtMs when the deployment ended (epoch ms), where AWS reports it
 */
export function outlookWords(outlook: RollbackOutlook, endedAtMs: number | undefined, nowMs: number): string {
  switch (outlook) {
    case "expected":
      if (endedAtMs === undefined)
        return "Automatic rollback is on for this; AWS names no rollback deployment.";
      return nowMs - endedAtMs < LATE_AFTER_MS
        ? "Automatic rollback is on for this; AWS names no rollback deployment yet."
        : "Automatic rollback is on for this, and AWS names no rollback deployment: probably none was started.";
    case "not-for-this":
      return "None. Automatic rollback is on, but not for how this deployment ended.";
    case "off":
      return "None. Automatic rollback is off for this deployment.";
  }
}

function triggerOf({ status, errorInformation }: Deployment): AutoRollbackEvent | undefined {
  if (status === "Failed") return "DEPLOYMENT_FAILURE";
  if (status !== "Stopped") return undefined;
  if (errorInformation?.code === "ALARM_ACTIVE") return "DEPLOYMENT_STOP_ON_ALARM";
  return errorInformation?.code === "MANUAL_STOP" ? "DEPLOYMENT_STOP_ON_REQUEST" : undefined;
}
