import { accountId } from "../account-id.ts";
import type { CodeDeployCall } from "./codedeploy-call.ts";

/** What a call needs permission for: the deployment's group, a deployment configuration, or anything. */
export function resourceArn({ input, region, deployments }: CodeDeployCall): string {
  const prefix = `arn:aws:codedeploy:${region}:${accountId}`;
  const configName = input.text("deploymentConfigName");
  if (configName) return `${prefix}:deploymentconfig:${configName}`;
  const application = input.text("applicationName");
  if (application) {
    return `${prefix}:deploymentgroup:${application}/${input.text("deploymentGroupName") ?? "*"}`;
  }
  const info = deployments.find(input.text("deploymentId") ?? "", region)?.snapshot().info;
  const { applicationName = "*", deploymentGroupName = "*" } = info ?? {};
  return `${prefix}:deploymentgroup:${applicationName}/${deploymentGroupName}`;
}
