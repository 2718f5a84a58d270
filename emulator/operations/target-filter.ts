import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";
import { TargetLabel, TargetStatus } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../access/aws-error.ts";
import type { TargetState } from "../timeline/scenario.ts";
import type { Wire } from "../wire.ts";

const knownStatuses = new Set<string>(Object.values(TargetStatus));
const knownLabels = new Set<string>(Object.values(TargetLabel));

/**
 * Tells which targets `targetFilters` asks for.
 * @throws AwsError for a filter, a state or a label that does not exist, and for labels of an in-place deployment
 */
export function targetFilter(
  filters: Readonly<Record<string, readonly string[]>>,
  info: Wire<DeploymentInfo>,
): (target: TargetState) => boolean {
  for (const [name, values] of Object.entries(filters)) check(name, values, info);
  const { TargetStatus: statuses, ServerInstanceLabel: labels } = filters;
  return ({ status, label }) =>
    (!statuses || statuses.includes(status)) && (!labels || labels.includes(label ?? ""));
}

function check(name: string, values: readonly string[], info: Wire<DeploymentInfo>): void {
  if (name === "TargetStatus") {
    const unknown = values.find((value) => !knownStatuses.has(value));
    if (unknown === undefined) return;
    throw new AwsError("InvalidInstanceStatusException", `The instance status ${unknown} does not exist.`);
  }
  if (name !== "ServerInstanceLabel") {
    throw new AwsError("InvalidTargetFilterNameException", `The target filter name ${name} is invalid.`);
  }
  if (info.deploymentStyle?.deploymentType !== "BLUE_GREEN") {
    throw new AwsError(
      "InvalidDeploymentInstanceTypeException",
      "Instance types are supported for blue/green deployments only.",
    );
  }
  const unknown = values.find((value) => !knownLabels.has(value));
  if (unknown === undefined) return;
  throw new AwsError(
    "InvalidInstanceTypeException",
    `The instance type ${unknown} is invalid. Valid values include Blue and Green.`,
  );
}
