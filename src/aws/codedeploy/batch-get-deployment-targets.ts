import type { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { BatchGetDeploymentTargetsCommand } from "@aws-sdk/client-codedeploy";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { matchTargets } from "../../codedeploy/targets/target-match.ts";
import type { Target } from "../../codedeploy/targets/target.ts";
import { toPlain } from "../answers.ts";

export interface TargetsInput extends DeploymentRef {
  /** At most 25, as AWS allows. */
  targetIds: readonly string[];
}

/**
 * The details of up to 25 targets, in the order of `targetIds`; those that AWS left out are missing.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BatchGetDeploymentTargets.html
 */
export async function batchGetDeploymentTargets(
  client: CodeDeployClient,
  { deploymentId, targetIds }: TargetsInput,
  signal: AbortSignal,
): Promise<Target[]> {
  const command = new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds: [...targetIds] });
  const { deploymentTargets } = await client.send(command, { abortSignal: signal });
  return matchTargets(targetIds, toPlain(deploymentTargets ?? []));
}
