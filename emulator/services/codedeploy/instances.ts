import type {
  BatchGetDeploymentInstancesOutput,
  GetDeploymentInstanceOutput,
  InstanceSummary,
  ListDeploymentInstancesOutput,
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

// The operations that those on targets have replaced. Old tools still ask them.

/** CodeDeploy's ListDeploymentInstances. */
export function listDeploymentInstances(call: SignedCall): Wire<ListDeploymentInstancesOutput> {
  const deployment = requireServerDeployment(call);
  const { info, targets } = deployment.snapshot();
  requireStarted(info);
  const statuses = call.input.texts("instanceStatusFilter");
  const types = call.input.texts("instanceTypeFilter");
  const filters = new Map<string, string[]>();
  if (statuses) filters.set("TargetStatus", statuses);
  if (types) filters.set("ServerInstanceLabel", types);
  const ids = targets.filter(targetFilter(filters, info)).map(({ targetId }) => targetId);
  const { items, next } = pageOf(ids, deployment.id, call.input.text("nextToken"));
  return { instancesList: [...items], ...next };
}

/** CodeDeploy's GetDeploymentInstance. */
export function getDeploymentInstance(call: SignedCall): Wire<GetDeploymentInstanceOutput> {
  const deployment = requireServerDeployment(call);
  const instanceId = call.input.text("instanceId");
  if (!instanceId) throw idRequired();
  checkInstanceName(instanceId);
  const summary = summaryOf(deployment, instanceId);
  if (!summary) {
    throw new AwsError(
      "InstanceDoesNotExistException",
      `The instance ${instanceId} does not exist in the deployment ${deployment.id}.`,
    );
  }
  return { instanceSummary: summary };
}

const MOST_IDS = 25;

/** CodeDeploy's BatchGetDeploymentInstances. It names the instances that the deployment does not have in a message. */
export function batchGetDeploymentInstances(call: SignedCall): Wire<BatchGetDeploymentInstancesOutput> {
  const deployment = requireServerDeployment(call);
  const instanceIds = call.input.texts("instanceIds") ?? [];
  if (instanceIds.length === 0) throw idRequired();
  if (instanceIds.length > MOST_IDS) {
    throw new AwsError("BatchLimitExceededException", `The maximum number of instances is ${MOST_IDS}.`);
  }
  for (const id of instanceIds) checkInstanceName(id);
  const found = instanceIds.map((id) => ({ id, summary: summaryOf(deployment, id) }));
  const missing = found.filter(({ summary }) => !summary).map(({ id }) => id);
  return {
    instancesSummary: found.flatMap(({ summary }) => summary ?? []),
    ...(missing.length > 0 && {
      errorMessage: `These instances do not exist in the deployment: ${missing.join(", ")}`,
    }),
  };
}

function requireServerDeployment(call: SignedCall): Deployment {
  const deployment = requireDeployment(call);
  const { computePlatform } = deployment.scenario;
  if (computePlatform === "Server") return deployment;
  throw new AwsError(
    "InvalidComputePlatformException",
    `The deployment ${deployment.id} has the compute platform ${computePlatform}, which has no instances.`,
  );
}

function summaryOf(deployment: Deployment, instanceId: string): Wire<InstanceSummary> | undefined {
  const { targets } = deployment.snapshot();
  const target = targets.find(({ targetId, isGone }) => targetId === instanceId && !isGone);
  return target && inOldWords(target, deployment.id);
}

/** An instance target in the words of these operations, which name an instance by its ARN. */
function inOldWords(target: TargetState, deploymentId: string): Wire<InstanceSummary> {
  const { targetArn = target.targetId, instanceLabel, ...facts } = target.describe().instanceTarget ?? {};
  const { status, lastUpdatedAt, lifecycleEvents } = facts;
  return {
    deploymentId,
    instanceId: targetArn,
    ...(status !== undefined && { status }),
    ...(lastUpdatedAt !== undefined && { lastUpdatedAt }),
    ...(lifecycleEvents !== undefined && { lifecycleEvents }),
    ...(instanceLabel !== undefined && { instanceType: instanceLabel }),
  };
}

function idRequired(): AwsError {
  return new AwsError("InstanceIdRequiredException", "The instance ID was not specified.");
}
