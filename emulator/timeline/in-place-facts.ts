import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";
import type { Wire } from "../wire.ts";

/** What AWS sends of every in-place deployment when nobody has set anything else. */
export const inPlaceFacts: Wire<DeploymentInfo> = {
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
export const healthConstraints: Wire<DeploymentInfo> = {
  errorInformation: {
    code: "HEALTH_CONSTRAINTS",
    message:
      "The overall deployment failed because too many individual instances failed deployment, too few healthy instances are available for deployment, or some instances in your deployment group are experiencing problems.",
  },
  rollbackInfo: {},
};
