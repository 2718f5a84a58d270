import { ACCOUNT_ID } from "../../account-id.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { signedJsonService } from "../signed-json-service.ts";
import { getDeploymentConfig } from "./deployment-configs.ts";
import { batchGetDeployments, getDeployment, listDeployments } from "./deployments.ts";
import { batchGetDeploymentTargets, listDeploymentTargets } from "./targets.ts";

/** CodeDeploy with its operations. Every one of them reads, so that a role without permissions of its own may do it. */
export const codeDeploy = signedJsonService({
  name: "codedeploy",
  target: "CodeDeploy_20141006",
  operations: {
    GetDeployment: { answer: getDeployment, canBeNarrowed: true },
    ListDeploymentTargets: { answer: listDeploymentTargets, canBeNarrowed: false },
    BatchGetDeploymentTargets: { answer: batchGetDeploymentTargets, canBeNarrowed: false },
    GetDeploymentConfig: { answer: getDeploymentConfig, canBeNarrowed: false },
    ListDeployments: { answer: listDeployments, canBeNarrowed: true },
    BatchGetDeployments: { answer: batchGetDeployments, canBeNarrowed: true },
  },
  resourcesOf,
});

/** The groups of a call's deployments, or a deployment configuration. */
function resourcesOf({ input, region, deployments }: SignedCall): string[] {
  const prefix = `arn:aws:codedeploy:${region}:${ACCOUNT_ID}`;
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
