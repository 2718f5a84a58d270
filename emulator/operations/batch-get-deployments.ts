import type { BatchGetDeploymentsOutput } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../access/aws-error.ts";
import type { Wire } from "../wire.ts";
import type { CodeDeployCall } from "./codedeploy-call.ts";

const mostIds = 25;

/** CodeDeploy's BatchGetDeployments. An id that names nothing is left out, which AWS does not document. */
export function batchGetDeployments(call: CodeDeployCall): Wire<BatchGetDeploymentsOutput> {
  const { input, region, deployments } = call;
  const ids = input.texts("deploymentIds") ?? [];
  if (ids.length === 0) {
    throw new AwsError("DeploymentIdRequiredException", "At least one deployment ID must be specified.");
  }
  if (ids.length > mostIds) {
    throw new AwsError("BatchLimitExceededException", `The maximum number of deployments is ${mostIds}.`);
  }
  return {
    deploymentsInfo: ids.flatMap((id) => deployments.find(id, region)?.snapshot().info ?? []),
  };
}
