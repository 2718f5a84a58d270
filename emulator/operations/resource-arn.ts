import { accountId } from "../account-id.ts";
import type { CodeDeployCall } from "./codedeploy-call.ts";

/** What a call needs permission for: the groups of its deployments, a deployment configuration, or anything. */
export function resourceArns({ input, region, deployments }: CodeDeployCall): string[] {
  const prefix = `arn:aws:codedeploy:${region}:${accountId}`;
  const configName = input.text("deploymentConfigName");
  if (configName) return [`${prefix}:deploymentconfig:${configName}`];
  const application = input.text("applicationName");
  if (application) {
    return [`${prefix}:deploymentgroup:${application}/${input.text("deploymentGroupName") ?? "*"}`];
  }
  const ids = input.texts("deploymentIds") ?? [input.text("deploymentId") ?? ""];
  return ids.map((id) => {
    const info = deployments.find(id, region)?.snapshot().info;
    const { applicationName = "*", deploymentGroupName = "*" } = info ?? {};
    return `${prefix}:deploymentgroup:${applicationName}/${deploymentGroupName}`;
  });
}
