import { AwsError } from "../access/aws-error.ts";
import type { Deployment } from "../deployments/deployment.ts";
import type { Deployments } from "../deployments/deployments.ts";
import type { JsonInput } from "./json-input.ts";

/** One signed and authorised call of CodeDeploy. */
export interface CodeDeployCall {
  readonly input: JsonInput;
  readonly region: string;
  readonly deployments: Deployments;
}

/** Answers a call with what goes on the wire. */
export type CodeDeployOperation = (call: CodeDeployCall) => object;

/** The deployment that a call is about. */
export function requireDeployment({ input, region, deployments }: CodeDeployCall): Deployment {
  const deploymentId = input.text("deploymentId");
  if (!deploymentId) {
    throw new AwsError("DeploymentIdRequiredException", "The deployment ID was not specified.");
  }
  if (!/^d-[A-Z0-9]{9}$/.test(deploymentId)) {
    throw new AwsError(
      "InvalidDeploymentIdException",
      `Specified DeploymentId is not in the valid format: ${deploymentId}`,
    );
  }
  const deployment = deployments.find(deploymentId, region);
  if (!deployment) {
    throw new AwsError(
      "DeploymentDoesNotExistException",
      `The deployment ${deploymentId} could not be found`,
    );
  }
  return deployment;
}
