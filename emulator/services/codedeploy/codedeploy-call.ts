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
  checkDeploymentId(deploymentId);
  const deployment = deployments.find(deploymentId, region);
  if (!deployment) {
    throw new AwsError(
      "DeploymentDoesNotExistException",
      `The deployment ${deploymentId} could not be found`,
    );
  }
  return deployment;
}

/** @throws AwsError for an id that no deployment can have */
export function checkDeploymentId(deploymentId: string): void {
  if (/^d-[A-Z0-9]{9}$/.test(deploymentId)) return;
  throw new AwsError(
    "InvalidDeploymentIdException",
    `Specified DeploymentId is not in the valid format: ${deploymentId}`,
  );
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

const OVER: ReadonlySet<string> = new Set(["Succeeded", "Failed", "Stopped"]);

/** Has a deployment ended? */
export function isOver({ status }: Wire<DeploymentInfo>): boolean {
  return OVER.has(status ?? "");
}

/** Nothing can be done any more to a deployment that has ended. */
export function requireNotOver(info: Wire<DeploymentInfo>): void {
  if (isOver(info)) {
    throw new AwsError(
      "DeploymentAlreadyCompletedException",
      `The deployment ${info.deploymentId} is already completed`,
    );
  }
}

const LONGEST_DESCRIPTION = 256;

/** @see https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html */
export function checkDescription(description = ""): void {
  if (description.length > LONGEST_DESCRIPTION) {
    throw new AwsError("DescriptionTooLongException", "The description is too long.");
  }
}

const NAME = /^[\w.+=,@-]{1,100}$/;

/**
 * Can an application, a deployment group, a deployment configuration or an on-premises instance have this name?
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html
 */
export function isName(text: string): boolean {
  return NAME.test(text);
}
