import type { BatchGetDeploymentTargetsOutput } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../access/aws-error.ts";
import type { Wire } from "../wire.ts";
import { type CodeDeployCall, requireDeployment } from "./codedeploy-call.ts";
import { requireStarted } from "./require-started.ts";

const mostIds = 25;

/** CodeDeploy's BatchGetDeploymentTargets. A target that has vanished is left out of the answer. */
export function batchGetDeploymentTargets(call: CodeDeployCall): Wire<BatchGetDeploymentTargetsOutput> {
  const deployment = requireDeployment(call);
  const targetIds = call.input.texts("targetIds") ?? [];
  if (targetIds.length === 0) {
    throw new AwsError("DeploymentTargetIdRequiredException", "A deployment target ID was not provided.");
  }
  if (targetIds.length > mostIds) {
    throw new AwsError(
      "DeploymentTargetListSizeExceededException",
      `The number of targets exceeds the maximum of ${mostIds}.`,
    );
  }
  const { info, targets } = deployment.snapshot();
  requireStarted(info);
  const wanted = targetIds.map((targetId) => {
    const target = targets.find((each) => each.targetId === targetId);
    if (target) return target;
    throw targetId.trim() === ""
      ? new AwsError("InvalidDeploymentTargetIdException", "The target ID provided was not valid.")
      : new AwsError(
          "DeploymentTargetDoesNotExistException",
          `The target ${targetId} does not belong to the deployment ${deployment.id}.`,
        );
  });
  return {
    deploymentTargets: wanted.filter(({ isGone }) => !isGone).map((target) => target.describe()),
  };
}
