import type { ComputePlatform } from "@aws-sdk/client-codedeploy";
import type { Deployment } from "../deployment/deployment.ts";
import { lookUp } from "../../values/look-up.ts";
import { platformFacts } from "../deployment/platform.ts";
import { isFinished } from "../deployment/status.ts";

const TELLS: Readonly<Record<ComputePlatform, (deployment: Deployment) => boolean>> = {
  // How many may still fail: only of interest while some still may, and only computed in place.
  Server: ({ status, deploymentStyle }) =>
    !isFinished(status) && deploymentStyle?.deploymentType === "IN_PLACE",
  ECS: hasTrafficSteps,
  Lambda: hasTrafficSteps,
};

/** @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentConfig.html */
const NAME = /^[\w+=,.@-]{1,100}$/;

/** Whether the rules of the deployment's configuration would tell anything that the page shows. */
export function hasTellingConfig(deployment: Deployment): boolean {
  const { deploymentConfigName } = deployment;
  // AWS would only refuse another name, and the browser put that on the console.
  if (!NAME.test(deploymentConfigName ?? "")) return false;
  return lookUp(TELLS, platformFacts(deployment).platform)?.(deployment) ?? false;
}

/** The standard configurations that move all traffic at once say so in their name. */
function hasTrafficSteps({ deploymentConfigName }: Deployment): boolean {
  return !/^CodeDeployDefault\.(?:ECS|Lambda)AllAtOnce$/.test(deploymentConfigName ?? "");
}
