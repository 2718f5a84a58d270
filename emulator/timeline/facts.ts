import type { BlueGreenDeploymentConfiguration, DeploymentInfo } from "@aws-sdk/client-codedeploy";
import type { Wire } from "../wire.ts";
import type { Setting } from "./scenario.ts";

/** What AWS sends of every in-place deployment when nobody has set anything else. */
export const IN_PLACE_FACTS: Wire<DeploymentInfo> = {
  creator: "user",
  ignoreApplicationStopFailures: false,
  autoRollbackConfiguration: { enabled: false },
  deploymentStyle: { deploymentType: "IN_PLACE", deploymentOption: "WITHOUT_TRAFFIC_CONTROL" },
  updateOutdatedInstancesOnly: false,
  instanceTerminationWaitTimeStarted: false,
  fileExistsBehavior: "DISALLOW",
  deploymentStatusMessages: [],
};

/** What AWS says when too many instances failed. */
export const HEALTH_CONSTRAINTS: Wire<DeploymentInfo> = {
  errorInformation: {
    code: "HEALTH_CONSTRAINTS",
    message:
      "The overall deployment failed because too many individual instances failed deployment, too few healthy instances are available for deployment, or some instances in your deployment group are experiencing problems.",
  },
  rollbackInfo: {},
};

/** What AWS sends of every blue/green deployment, whatever its platform, when nobody has set anything else. */
export const BLUE_GREEN_FACTS: Wire<DeploymentInfo> = {
  creator: "user",
  ignoreApplicationStopFailures: false,
  updateOutdatedInstancesOnly: false,
  deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
  instanceTerminationWaitTimeStarted: false,
  fileExistsBehavior: "DISALLOW",
  deploymentStatusMessages: [],
};

/** Continue at once when the replacement is ready; terminate the original so many minutes after the shift. */
export function terminateAfter(waitMinutes: number): Wire<BlueGreenDeploymentConfiguration> {
  return {
    deploymentReadyOption: { actionOnTimeout: "CONTINUE_DEPLOYMENT", waitTimeInMinutes: 0 },
    terminateBlueInstancesOnDeploymentSuccess: {
      action: "TERMINATE",
      terminationWaitTimeInMinutes: waitMinutes,
    },
  };
}

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

/** What is known of a deployment that somebody has stopped, as long as no rollback is. */
export const STOPPED_BY_HAND: Wire<DeploymentInfo> = {
  errorInformation: { code: "MANUAL_STOP", message: "The deployment was stopped by a user." },
  rollbackInfo: {},
};

/** Which of an answer's members are of one deployment alone, and not of the next one of its group. */
const OF_ONE_DEPLOYMENT: readonly (keyof DeploymentInfo)[] = [
  "deploymentId",
  "status",
  "createTime",
  "startTime",
  "completeTime",
  "deploymentOverview",
  "description",
  "errorInformation",
  "rollbackInfo",
  "relatedDeployments",
  "overrideAlarmConfiguration",
  "additionalDeploymentStatusInfo",
  "deploymentMode",
  "externalId",
];

/** What a deployment has in common with the next one of its group. */
export function factsOfGroup(info: Wire<DeploymentInfo>): Wire<DeploymentInfo> {
  const common = Object.entries(info).filter(([name]) => !OF_ONE_DEPLOYMENT.some((own) => own === name));
  return { ...Object.fromEntries(common), instanceTerminationWaitTimeStarted: false };
}
