import type { Deployment } from "./deployment.ts";

/**
 * Every member of `deploymentInfo` that this version knows: a setting, or a fact, which tells one deployment from another, says what came of
 * it, or is compared by itself. A new one in the SDK is a compile error here.
 */
export const MEMBERS: Readonly<Record<keyof Deployment, "setting" | "fact">> = {
  additionalDeploymentStatusInfo: "fact",
  applicationName: "fact",
  autoRollbackConfiguration: "setting",
  blueGreenDeploymentConfiguration: "setting",
  completeTime: "fact",
  computePlatform: "setting",
  createTime: "fact",
  creator: "fact",
  deploymentConfigName: "setting",
  deploymentGroupName: "fact",
  deploymentId: "fact",
  deploymentMode: "setting",
  deploymentOverview: "fact",
  deploymentStatusMessages: "fact",
  deploymentStyle: "setting",
  description: "fact",
  errorInformation: "fact",
  externalId: "fact",
  fileExistsBehavior: "setting",
  ignoreApplicationStopFailures: "setting",
  instanceTerminationWaitTimeStarted: "fact",
  loadBalancerInfo: "setting",
  overrideAlarmConfiguration: "setting",
  previousRevision: "fact",
  relatedDeployments: "fact",
  revision: "fact",
  rollbackInfo: "fact",
  startTime: "fact",
  status: "fact",
  targetInstances: "setting",
  updateOutdatedInstancesOnly: "setting",
};
