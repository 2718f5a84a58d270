import type { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { GetDeploymentConfigCommand } from "@aws-sdk/client-codedeploy";
import { AppError } from "../../errors/app-error.ts";
import type {
  DeploymentConfigInfo,
  DeploymentConfigRef,
} from "../../codedeploy/settings/deployment-config.ts";
import { toPlain } from "../answers.ts";

/**
 * The rules of a deployment configuration. They never change: to change them, people make another one.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeploymentConfig.html
 */
export async function getDeploymentConfig(
  client: CodeDeployClient,
  { configName }: DeploymentConfigRef,
  signal: AbortSignal,
): Promise<DeploymentConfigInfo> {
  const command = new GetDeploymentConfigCommand({ deploymentConfigName: configName });
  const { deploymentConfigInfo } = await client.send(command, { abortSignal: signal });
  if (!deploymentConfigInfo) {
    throw new AppError("malformed", { detail: "The answer holds no deploymentConfigInfo." });
  }
  return toPlain(deploymentConfigInfo);
}
