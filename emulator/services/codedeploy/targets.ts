import type {
  BatchGetDeploymentTargetsOutput,
  DeploymentInfo,
  ListDeploymentTargetsOutput,
} from "@aws-sdk/client-codedeploy";
import { TargetLabel, TargetStatus } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import type { TargetState } from "../../timeline/scenario.ts";
import type { Wire } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { readPageToken, requireDeployment, requireStarted, writePageToken } from "./codedeploy-call.ts";

/** AWS does not tell its page size; this one makes a large fleet take several pages. */
const PAGE_SIZE = 100;

/** CodeDeploy's ListDeploymentTargets. */
export function listDeploymentTargets(call: SignedCall): Wire<ListDeploymentTargetsOutput> {
  const deployment = requireDeployment(call);
  const { info, targets } = deployment.snapshot();
  requireStarted(info);
  const isWanted = targetFilter(call.input.textLists("targetFilters") ?? {}, info);
  const first = readPageToken(call.input.text("nextToken"), deployment.id);
  const ids = targets.filter(isWanted).map(({ targetId }) => targetId);
  if (first > ids.length) throw new AwsError("InvalidNextTokenException", "The next token is not valid.");
  const next = first + PAGE_SIZE;
  return {
    targetIds: ids.slice(first, next),
    ...(next < ids.length && { nextToken: writePageToken(next, deployment.id) }),
  };
}

const MOST_IDS = 25;

/** CodeDeploy's BatchGetDeploymentTargets. A target that has vanished is left out of the answer. */
export function batchGetDeploymentTargets(call: SignedCall): Wire<BatchGetDeploymentTargetsOutput> {
  const deployment = requireDeployment(call);
  const targetIds = call.input.texts("targetIds") ?? [];
  if (targetIds.length === 0) {
    throw new AwsError("DeploymentTargetIdRequiredException", "A deployment target ID was not provided.");
  }
  if (targetIds.length > MOST_IDS) {
    throw new AwsError(
      "DeploymentTargetListSizeExceededException",
      `The number of targets exceeds the maximum of ${MOST_IDS}.`,
    );
  }
  const { info, targets } = deployment.snapshot();
  requireStarted(info);
  const wanted = targetIds.map((targetId) => {
    const target = targets.find((each) => each.targetId === targetId);
    if (target) return target;
    throw targetId.trim() === ""
      ? new AwsError("InvalidDeploymentTargetIdException", "The target ID provided was not valid.")
      : new AwsError(
          "DeploymentTargetDoesNotExistException",
          `The target ${targetId} does not belong to the deployment ${deployment.id}.`,
        );
  });
  return {
    deploymentTargets: wanted.filter(({ isGone }) => !isGone).map((target) => target.describe()),
  };
}

const KNOWN_STATUSES = new Set<string>(Object.values(TargetStatus));
const KNOWN_LABELS = new Set<string>(Object.values(TargetLabel));

/**
 * Tells which targets `targetFilters` asks for.
 * @throws AwsError for a filter, a state or a label that does not exist, and for labels of an in-place deployment
 */
function targetFilter(
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
