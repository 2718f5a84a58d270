import type { BlueGreenDeploymentConfiguration, DeploymentInfo } from "@aws-sdk/client-codedeploy";
import type { Wire } from "../wire.ts";

/** What AWS sends of every blue/green deployment, whatever its platform, when nobody has set anything else. */
export const blueGreenFacts: Wire<DeploymentInfo> = {
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
