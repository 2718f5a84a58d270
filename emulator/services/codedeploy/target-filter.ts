import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";
import { TargetLabel, TargetStatus } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import type { TargetState } from "../../timeline/scenario.ts";
import type { Wire } from "../../wire.ts";

const KNOWN_STATUSES = new Set<string>(Object.values(TargetStatus));
const KNOWN_LABELS = new Set<string>(Object.values(TargetLabel));

/**
 * Tells which targets the filters of a list ask for.
 * @param filters the wanted values by the filter's name: `TargetStatus`, `ServerInstanceLabel`
 * @throws AwsError for a filter, a state or a label that does not exist, and for labels of an in-place deployment
 */
export function targetFilter(
  filters: ReadonlyMap<string, readonly string[]>,
  info: Wire<DeploymentInfo>,
): (target: TargetState) => boolean {
  for (const [name, values] of filters) check(name, values, info);
  const statuses = filters.get("TargetStatus");
  const labels = filters.get("ServerInstanceLabel");
  return ({ status, label }) =>
    (!statuses || statuses.includes(status)) && (!labels || labels.includes(label ?? ""));
}

function check(name: string, values: readonly string[], info: Wire<DeploymentInfo>): void {
  if (name === "TargetStatus") {
    const unknown = values.find((value) => !KNOWN_STATUSES.has(value));
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
  const unknown = values.find((value) => !KNOWN_LABELS.has(value));
  if (unknown === undefined) return;
  throw new AwsError(
    "InvalidInstanceTypeException",
    `The instance type ${unknown} is invalid. Valid values include Blue and Green.`,
  );
}
