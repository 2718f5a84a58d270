import type { DeploymentInfo, ListDeploymentsOutput } from "@aws-sdk/client-codedeploy";
import { DeploymentStatus } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import type { Wire } from "../../wire.ts";
import type { JsonInput } from "../json-input.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { isName } from "./codedeploy-call.ts";
import { pageOf } from "./page-token.ts";

type Info = Wire<DeploymentInfo>;

/** CodeDeploy's ListDeployments: the newest first, which AWS does not promise. */
export function listDeployments({ input, region, deployments }: SignedCall): Wire<ListDeploymentsOutput> {
  const all = deployments.inRegion(region).map((deployment) => ({
    id: deployment.id,
    createdAtMs: deployment.setting.createdAtMs,
    info: deployment.snapshot().info,
  }));
  const owner = ownerIn(
    input,
    all.map(({ info }) => info),
  );
  const hasStatus = statusFilter(input);
  const { start, end } = input.timeRange("createTimeRange");
  if (start > end) {
    throw new AwsError("InvalidTimeRangeException", "The start of the time range is after its end.");
  }
  const ids = all
    .filter(({ info, createdAtMs }) => {
      const createdAt = createdAtMs / 1000;
      return owner.isOf(info) && hasStatus(info) && createdAt >= start && createdAt <= end;
    })
    .toSorted((one, other) => other.createdAtMs - one.createdAtMs)
    .map(({ id }) => id);
  const { items, next } = pageOf(ids, owner.name, input.text("nextToken"));
  return { deployments: [...items], ...next };
}

/** Whose deployments are wanted: everybody's, those of a group, or those of a CloudFormation stack. */
interface Owner {
  /** Tells it from others. */
  readonly name: string;
  readonly isOf: (info: Info) => boolean;
}

/**
 * Whose deployments a call names.
 * @param all every deployment of the Region
 * @throws AwsError for a name that is missing, malformed, or of nothing that is there
 */
export function ownerIn(input: JsonInput, all: readonly Info[]): Owner {
  const application = input.text("applicationName");
  const group = input.text("deploymentGroupName");
  const externalId = input.text("externalId");
  if (externalId !== undefined) {
    if (application || group) {
      throw new AwsError("InvalidInputException", "An external ID cannot be given with other names.");
    }
    return stack(externalId);
  }
  if (!application && !group) return { name: "everybody", isOf: () => true };
  if (!application) {
    throw new AwsError("ApplicationNameRequiredException", "The application name was not specified.");
  }
  if (!group) {
    throw new AwsError(
      "DeploymentGroupNameRequiredException",
      "The deployment group name was not specified.",
    );
  }
  const ofApplication = all.filter(({ applicationName }) => applicationName === application);
  if (ofApplication.length === 0) throw unknownName("Application", "application", application);
  const isOf = (info: Info) => info.applicationName === application && info.deploymentGroupName === group;
  if (!ofApplication.some(isOf)) throw unknownName("DeploymentGroup", "Deployment Group", group);
  return { name: JSON.stringify([application, group]), isOf };
}

function stack(externalId: string): Owner {
  if (!/^arn:[^:]+:cloudformation:[^:]+:\d{12}:stack\/\S+$/.test(externalId)) {
    throw new AwsError(
      "InvalidExternalIdException",
      `The external ID was specified in an invalid format: ${externalId}`,
    );
  }
  return { name: externalId, isOf: (info) => info.externalId === externalId };
}

function unknownName(type: "Application" | "DeploymentGroup", words: string, name: string): AwsError {
  return isName(name)
    ? new AwsError(`${type}DoesNotExistException`, `No ${words} found for name: ${name}`)
    : new AwsError(
        `Invalid${type}NameException`,
        `The ${words.toLowerCase()} name was specified in an invalid format.`,
      );
}

const STATUSES: ReadonlySet<string> = new Set(Object.values(DeploymentStatus));

/** @throws AwsError for a status that does not exist */
function statusFilter(input: JsonInput): (info: Info) => boolean {
  const wanted = input.texts("includeOnlyStatuses") ?? [];
  const unknown = wanted.find((status) => !STATUSES.has(status));
  if (unknown !== undefined) {
    throw new AwsError("InvalidDeploymentStatusException", `The deployment status ${unknown} is not valid.`);
  }
  return ({ status }) => wanted.length === 0 || wanted.includes(status ?? "");
}
