import type { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { ListDeploymentTargetsCommand } from "@aws-sdk/client-codedeploy";

/** Lists the targets of a deployment through the SDK, page after page. */
export async function* listTargetPages(
  client: CodeDeployClient,
  deploymentId: string,
): AsyncGenerator<string[]> {
  let nextToken: string | undefined;
  do {
    const page = await client.send(new ListDeploymentTargetsCommand({ deploymentId, nextToken }));
    yield page.targetIds ?? [];
    ({ nextToken } = page);
  } while (nextToken !== undefined);
}
