import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";
import { DeploymentWaitType } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import type { Deployment } from "../../deployments/deployment.ts";
import type { Wire } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { requireDeployment, requireNotOver, requireStarted } from "./codedeploy-call.ts";

/**
 * CodeDeploy's ContinueDeployment. Without a wait type it ends the wait at Ready, which AWS does not document.
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ContinueDeployment.html
 */
export function continueDeployment(call: SignedCall): object {
  const deployment = requireDeployment(call);
  const wait = waitTypeIn(call.input.text("deploymentWaitType"));
  const { info, wait: current } = deployment.snapshot();
  requireNotOver(info);
  requireWaits(deployment, info);
  if (wait === "READY_WAIT" && info.status !== "Ready") {
    throw new AwsError(
      "DeploymentIsNotInReadyStateException",
      `The deployment ${deployment.id} does not have a status of Ready and can't continue yet.`,
    );
  }
  if (wait !== current) {
    throw info.status === "Ready"
      ? new AwsError("InvalidDeploymentWaitTypeException", "The wait type is invalid.")
      : new AwsError(
          "InvalidDeploymentStatusException",
          `The deployment ${deployment.id} does not wait to terminate the original instances.`,
        );
  }
  call.deployments.act(deployment, { kind: "continue", wait });
  return {};
}

/** CodeDeploy's SkipWaitTimeForInstanceTermination, which ContinueDeployment has replaced. */
export function skipWaitTime(call: SignedCall): object {
  const deployment = requireDeployment(call);
  const { info, wait } = deployment.snapshot();
  requireNotOver(info);
  requireStarted(info);
  requireWaits(deployment, info);
  if (wait !== "TERMINATION_WAIT") throw unsupported(deployment, "it does not wait to terminate instances");
  call.deployments.act(deployment, { kind: "continue", wait });
  return {};
}

const WAIT_TYPES: readonly DeploymentWaitType[] = Object.values(DeploymentWaitType);

function waitTypeIn(text: string | undefined): DeploymentWaitType {
  const wait = text === undefined ? "READY_WAIT" : WAIT_TYPES.find((type) => type === text);
  if (wait) return wait;
  throw new AwsError("InvalidDeploymentWaitTypeException", `The wait type ${text} is invalid.`);
}

/** @throws AwsError for a deployment of a kind that never waits */
function requireWaits(deployment: Deployment, { deploymentStyle, externalId }: Wire<DeploymentInfo>): void {
  const isBlueGreen = deploymentStyle?.deploymentType === "BLUE_GREEN";
  const { computePlatform } = deployment.scenario;
  if (isBlueGreen && computePlatform !== "Lambda" && externalId === undefined) return;
  throw unsupported(deployment, "deployments of its type do not wait");
}

function unsupported({ id }: Deployment, because: string): AwsError {
  return new AwsError(
    "UnsupportedActionForDeploymentTypeException",
    `The deployment ${id} does not support this action: ${because}.`,
  );
}
