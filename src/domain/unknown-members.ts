import type { Deployment, Json } from "./deployment.ts";

/** Every member of `deploymentInfo` that this version knows; a new one in the SDK is a compile error here. */
const KNOWN: Readonly<Record<keyof Deployment, true>> = {
  additionalDeploymentStatusInfo: true,
  applicationName: true,
  autoRollbackConfiguration: true,
  blueGreenDeploymentConfiguration: true,
  completeTime: true,
  computePlatform: true,
  createTime: true,
  creator: true,
  deploymentConfigName: true,
  deploymentGroupName: true,
  deploymentId: true,
  deploymentMode: true,
  deploymentOverview: true,
  deploymentStatusMessages: true,
  deploymentStyle: true,
  description: true,
  errorInformation: true,
  externalId: true,
  fileExistsBehavior: true,
  ignoreApplicationStopFailures: true,
  instanceTerminationWaitTimeStarted: true,
  loadBalancerInfo: true,
  overrideAlarmConfiguration: true,
  previousRevision: true,
  relatedDeployments: true,
  revision: true,
  rollbackInfo: true,
  startTime: true,
  status: true,
  targetInstances: true,
  updateOutdatedInstancesOnly: true,
};

export interface UnknownMember {
  name: string;
  value: Json;
}

/** The members of an answer's `deploymentInfo` that AWS added after this version was made, as sent. */
export function unknownMembers(raw: Json): UnknownMember[] {
  const info = isObject(raw) ? raw["deploymentInfo"] : undefined;
  if (info === undefined || !isObject(info)) return [];
  return Object.entries(info)
    .filter(([name]) => !Object.hasOwn(KNOWN, name))
    .map(([name, value]) => ({ name, value }));
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
