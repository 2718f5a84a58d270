import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import type { Deployment } from "../../deployments/deployment.ts";
import type { Wire } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";

/** The deployment that a call is about. */
export function requireDeployment({ input, region, deployments }: SignedCall): Deployment {
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

/** A deployment that has not begun has no targets to tell of. */
export function requireStarted({ status, deploymentId }: Wire<DeploymentInfo>): void {
  if (status === "Created" || status === "Queued") {
    throw new AwsError(
      "DeploymentNotStartedException",
      `The deployment ${deploymentId} has not started yet.`,
    );
  }
}

/** A token for the page that begins at an offset of a deployment's list. */
export function writePageToken(offset: number, deploymentId: string): string {
  return Buffer.from(`${deploymentId} ${offset}`).toString("base64url");
}

/**
 * The offset that a token stands for; 0 for no token.
 * @throws AwsError for a token that belongs to nothing or to another deployment
 */
export function readPageToken(token: string | undefined, deploymentId: string): number {
  if (token === undefined) return 0;
  const [owner, offset] = Buffer.from(token, "base64url").toString("utf8").split(" ");
  if (owner === deploymentId && /^\d+$/.test(offset ?? "")) return Number(offset);
  throw new AwsError("InvalidNextTokenException", "The next token is not valid.");
}
