import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";
import type { Wire } from "../wire.ts";
import type { Setting } from "./scenario.ts";

/** What AWS says of a deployment that another one rolls back: its partner `rollback`. */
export function rolledBackBy({ deploymentId, related }: Setting): Wire<DeploymentInfo> {
  const rollbackDeploymentId = related["rollback"] ?? "";
  return {
    rollbackInfo: {
      rollbackDeploymentId,
      rollbackMessage: `Deployment ${deploymentId} terminated. Automatic rollback is triggered with a DeploymentId ${rollbackDeploymentId}.`,
    },
  };
}

/** What AWS says of a deployment that rolls another one back: its `origin`. */
export function rollsBack({ deploymentId, related }: Setting): Wire<DeploymentInfo> {
  const rollbackTriggeringDeploymentId = related["origin"] ?? "";
  return {
    creator: "codeDeployRollback",
    rollbackInfo: {
      rollbackTriggeringDeploymentId,
      rollbackMessage: `Deployment ${deploymentId} is triggered to roll back deployment ${rollbackTriggeringDeploymentId}.`,
    },
  };
}

/** What AWS says of a deployment that an alarm has stopped. */
export function stoppedByAlarm(...alarmNames: string[]): Wire<DeploymentInfo> {
  return {
    errorInformation: {
      code: "ALARM_ACTIVE",
      message: `One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: ${alarmNames.map((name) => `<${name}>`).join(" ")}`,
    },
  };
}
