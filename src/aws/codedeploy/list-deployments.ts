import type { CodeDeployClient, DeploymentStatus } from "@aws-sdk/client-codedeploy";
import { ListDeploymentsCommand } from "@aws-sdk/client-codedeploy";
import { present } from "../../values/lists.ts";

export interface GroupInput {
  region: string;
  applicationName: string;
  deploymentGroupName: string;
  /** Only deployments with this status. */
  status?: DeploymentStatus;
}

/**
 * The ids of a group's deployments, the first page of them. AWS documents no order; in practice the newest come first.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListDeployments.html
 */
export async function listDeployments(
  client: CodeDeployClient,
  { applicationName, deploymentGroupName, status }: GroupInput,
  signal: AbortSignal,
): Promise<string[]> {
  const command = new ListDeploymentsCommand({
    applicationName,
    deploymentGroupName,
    ...(status !== undefined && { includeOnlyStatuses: [status] }),
  });
  const { deployments } = await client.send(command, { abortSignal: signal });
  return present(deployments);
}
