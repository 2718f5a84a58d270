import type { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { BatchGetDeploymentsCommand } from "@aws-sdk/client-codedeploy";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { present } from "../../values/lists.ts";
import { toPlain } from "../answers.ts";

export interface DeploymentsInput {
  region: string;
  /** At most 25, as AWS allows. */
  deploymentIds: readonly string[];
}

/**
 * Several deployments in one request, in no particular order.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BatchGetDeployments.html
 */
export async function batchGetDeployments(
  client: CodeDeployClient,
  { deploymentIds }: DeploymentsInput,
  signal: AbortSignal,
): Promise<Deployment[]> {
  const command = new BatchGetDeploymentsCommand({ deploymentIds: [...deploymentIds] });
  const { deploymentsInfo } = await client.send(command, { abortSignal: signal });
  return present(deploymentsInfo).map((info) => toPlain(info));
}
