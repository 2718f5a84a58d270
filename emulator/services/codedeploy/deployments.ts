import type {
  BatchGetDeploymentsOutput,
  GetDeploymentOutput,
  ListDeploymentsOutput,
} from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import type { Wire } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { readPageToken, requireDeployment, writePageToken } from "./codedeploy-call.ts";

/** CodeDeploy's GetDeployment. */
export function getDeployment(call: SignedCall): Wire<GetDeploymentOutput> {
  return { deploymentInfo: requireDeployment(call).snapshot().info };
}

const MOST_IDS = 25;

/** CodeDeploy's BatchGetDeployments. An id that names nothing is left out, which AWS does not document. */
export function batchGetDeployments(call: SignedCall): Wire<BatchGetDeploymentsOutput> {
  const { input, region, deployments } = call;
  const ids = input.texts("deploymentIds") ?? [];
  if (ids.length === 0) {
    throw new AwsError("DeploymentIdRequiredException", "At least one deployment ID must be specified.");
  }
  if (ids.length > MOST_IDS) {
    throw new AwsError("BatchLimitExceededException", `The maximum number of deployments is ${MOST_IDS}.`);
  }
  return {
    deploymentsInfo: ids.flatMap((id) => deployments.find(id, region)?.snapshot().info ?? []),
  };
}

const PAGE_SIZE = 100;

const STATUSES: ReadonlySet<string> = new Set([
  "Created",
  "Queued",
  "InProgress",
  "Baking",
  "Succeeded",
  "Failed",
  "Stopped",
  "Ready",
]);

/** CodeDeploy's ListDeployments: the newest first, which AWS does not promise. */
export function listDeployments({ input, region, deployments }: SignedCall): Wire<ListDeploymentsOutput> {
  const applicationName = input.text("applicationName");
  const groupName = input.text("deploymentGroupName");
  if (groupName && !applicationName) {
    throw new AwsError("ApplicationNameRequiredException", "The application name was not specified.");
  }
  if (applicationName && !groupName) {
    throw new AwsError(
      "DeploymentGroupNameRequiredException",
      "The deployment group name was not specified.",
    );
  }
  const wanted = input.texts("includeOnlyStatuses") ?? [];
  const unknown = wanted.find((status) => !STATUSES.has(status));
  if (unknown !== undefined) {
    throw new AwsError("InvalidDeploymentStatusException", `The deployment status ${unknown} is not valid.`);
  }
  const owner = `${applicationName ?? ""}/${groupName ?? ""}`;
  const first = readPageToken(input.text("nextToken"), owner);
  const ids = deployments
    .inRegion(region)
    .map((deployment) => ({ deployment, info: deployment.snapshot().info }))
    .filter(({ info }) => !applicationName || info.applicationName === applicationName)
    .filter(({ info }) => !groupName || info.deploymentGroupName === groupName)
    .filter(({ info }) => wanted.length === 0 || wanted.includes(info.status ?? ""))
    .toSorted((one, other) => other.deployment.setting.createdAtMs - one.deployment.setting.createdAtMs)
    .map(({ deployment }) => deployment.id);
  const next = first + PAGE_SIZE;
  return {
    deployments: ids.slice(first, next),
    ...(next < ids.length && { nextToken: writePageToken(next, owner) }),
  };
}
