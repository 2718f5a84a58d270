import type { GetDeploymentConfigOutput } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../access/aws-error.ts";
import type { Wire } from "../wire.ts";
import type { CodeDeployCall } from "./codedeploy-call.ts";
import { deploymentConfigs } from "./deployment-configs.ts";

/** CodeDeploy's GetDeploymentConfig. */
export function getDeploymentConfig({ input }: CodeDeployCall): Wire<GetDeploymentConfigOutput> {
  const name = input.text("deploymentConfigName");
  if (!name) {
    throw new AwsError(
      "DeploymentConfigNameRequiredException",
      "The deployment configuration name was not specified.",
    );
  }
  if (!/^[\w.+=,@-]{1,100}$/.test(name)) {
    throw new AwsError(
      "InvalidDeploymentConfigNameException",
      "The deployment configuration name was specified in an invalid format.",
    );
  }
  const config = deploymentConfigs.get(name);
  if (!config) {
    throw new AwsError(
      "DeploymentConfigDoesNotExistException",
      `No Deployment Configuration found for name: ${name}`,
    );
  }
  return { deploymentConfigInfo: config };
}
