import type {
  BatchGetDeploymentTargetsOutput,
  GetDeploymentTargetOutput,
  ListDeploymentTargetsOutput,
} from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import type { Deployment } from "../../deployments/deployment.ts";
import type { TargetState } from "../../timeline/scenario.ts";
import type { Wire } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { requireDeployment, requireStarted } from "./codedeploy-call.ts";
import { checkInstanceName } from "./instance-name.ts";
import { pageOf } from "./page-token.ts";
import { targetFilter } from "./target-filter.ts";

/** CodeDeploy's ListDeploymentTargets. */
export function listDeploymentTargets(call: SignedCall): Wire<ListDeploymentTargetsOutput> {
  const deployment = requireDeployment(call);
  const { info, targets } = deployment.snapshot();
  requireStarted(info);
  const isWanted = targetFilter(call.input.textLists("targetFilters"), info);
  const ids = targets.filter(isWanted).map(({ targetId }) => targetId);
  const { items, next } = pageOf(ids, deployment.id, call.input.text("nextToken"));
  return { targetIds: [...items], ...next };
}

/** CodeDeploy's GetDeploymentTarget. */
export function getDeploymentTarget(call: SignedCall): Wire<GetDeploymentTargetOutput> {
  const deployment = requireDeployment(call);
  const targetId = call.input.text("targetId");
  if (!targetId) throw idRequired();
  const { info, targets } = deployment.snapshot();
  requireStarted(info);
  const isOfInstance = deployment.scenario.computePlatform === "Server" && targetId.trim() !== "";
  if (isOfInstance) checkInstanceName(targetId);
  const target = findTarget(deployment, targets, targetId);
  if (target.isGone) throw foreignTarget(deployment, targetId);
  return { deploymentTarget: target.describe() };
}

const MOST_IDS = 25;

/** CodeDeploy's BatchGetDeploymentTargets. A target that has vanished is left out of the answer. */
export function batchGetDeploymentTargets(call: SignedCall): Wire<BatchGetDeploymentTargetsOutput> {
  const deployment = requireDeployment(call);
  const targetIds = call.input.texts("targetIds") ?? [];
  if (targetIds.length === 0) throw idRequired();
  const mostIds = deployment.scenario.computePlatform === "Server" ? MOST_IDS : 1;
  if (targetIds.length > mostIds) {
    throw new AwsError(
      "DeploymentTargetListSizeExceededException",
      `The number of targets exceeds the maximum of ${mostIds}.`,
    );
  }
  const { info, targets } = deployment.snapshot();
  requireStarted(info);
  const wanted = targetIds.map((targetId) => findTarget(deployment, targets, targetId));
  return {
    deploymentTargets: wanted.filter(({ isGone }) => !isGone).map((target) => target.describe()),
  };
}

/** @throws AwsError for an id that no target of the platform can have, or that none of the deployment has */
function findTarget(deployment: Deployment, targets: readonly TargetState[], targetId: string): TargetState {
  const target = targets.find((each) => each.targetId === targetId);
  if (target) return target;
  if (targetId.trim() === "") {
    throw new AwsError("InvalidDeploymentTargetIdException", "The target ID provided was not valid.");
  }
  const { computePlatform } = deployment.scenario;
  if (computePlatform === "ECS" && !/^[^:]+:[^:]+$/.test(targetId)) {
    throw new AwsError(
      "InvalidDeploymentTargetIdException",
      `Invalid id ${targetId} for ECS deployment, valid Id should be in format <cluster-name>:<service-name>`,
    );
  }
  throw foreignTarget(deployment, targetId);
}

function foreignTarget({ id }: Deployment, targetId: string): AwsError {
  return new AwsError(
    "DeploymentTargetDoesNotExistException",
    `The target ${targetId} does not belong to the deployment ${id}.`,
  );
}

function idRequired(): AwsError {
  return new AwsError("DeploymentTargetIdRequiredException", "A deployment target ID was not provided.");
}
