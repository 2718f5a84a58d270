import type { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { DeploymentNotStartedException, ListDeploymentTargetsCommand } from "@aws-sdk/client-codedeploy";
import { present } from "../../values/lists.ts";
import type { TargetPage, TargetPageInput } from "../../codedeploy/targets/target.ts";

/**
 * One page of the ids of a deployment's targets. A deployment that has not started yet has none, which AWS
 * reports as an exception and we as an answer.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListDeploymentTargets.html
 */
export async function listDeploymentTargets(
  client: CodeDeployClient,
  { deploymentId, status, nextToken }: TargetPageInput,
  signal: AbortSignal,
): Promise<TargetPage> {
  const command = new ListDeploymentTargetsCommand({
    deploymentId,
    ...(nextToken !== undefined && { nextToken }),
    ...(status !== undefined && { targetFilters: { TargetStatus: [status] } }),
  });
  try {
    const page = await client.send(command, { abortSignal: signal });
    return { kind: "ids", ids: present(page.targetIds), nextToken: page.nextToken || undefined };
  } catch (error) {
    if (error instanceof DeploymentNotStartedException) return { kind: "not-started" };
    throw error;
  }
}
