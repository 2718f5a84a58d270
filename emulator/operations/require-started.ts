import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../access/aws-error.ts";
import type { Wire } from "../wire.ts";

/** A deployment that has not begun has no targets to tell of. */
export function requireStarted({ status, deploymentId }: Wire<DeploymentInfo>): void {
  if (status === "Created" || status === "Queued") {
    throw new AwsError(
      "DeploymentNotStartedException",
      `The deployment ${deploymentId} has not started yet.`,
    );
  }
}
