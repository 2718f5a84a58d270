import type { GetApplicationRevisionOutput, RevisionLocation } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import type { Deployment } from "../../deployments/deployment.ts";
import { hours } from "../../timeline/duration.ts";
import { revisionKey } from "../../timeline/revisions.ts";
import type { Wire } from "../../wire.ts";
import { wireTime } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { checkDescription } from "./codedeploy-call.ts";
import { requireApplication } from "./named-group.ts";
import { requireRevision } from "./revision-input.ts";

/**
 * CodeDeploy's GetApplicationRevision: a revision that was registered or deployed. It is the one operation that tells the text of
 * an AppSpec.
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetApplicationRevision.html
 */
export function getApplicationRevision(call: SignedCall): Wire<GetApplicationRevisionOutput> {
  const own = requireApplication(call);
  const wanted = requireRevision(call);
  const known = knownRevision(call, own, wanted);
  if (!known) throw revisionDoesNotExist();
  const uses = own
    .filter((deployment) => isOf(deployment, wanted))
    .map(({ setting }) => setting.createdAtMs)
    .toSorted((one, other) => one - other);
  const [firstUsed] = uses;
  const lastUsed = uses.at(-1);
  const registered = registeredRevision(call, wanted);
  const [registeredAtMs = call.deployments.now()] = [
    registered?.registeredAtMs,
    firstUsed,
    beforeAny(own, wanted),
  ]
    .filter((atMs) => atMs !== undefined)
    .toSorted((one, other) => one - other);
  return {
    applicationName: call.input.text("applicationName") ?? "",
    revision: known,
    revisionInfo: {
      description:
        registered?.description ??
        "Application revision registered by Deployment ID: " + firstId(own, wanted),
      deploymentGroups: groupsWithTarget(own, wanted),
      registerTime: wireTime(registeredAtMs),
      ...(firstUsed !== undefined && { firstUsedTime: wireTime(firstUsed) }),
      ...(lastUsed !== undefined && { lastUsedTime: wireTime(lastUsed) }),
    },
  };
}

/**
 * CodeDeploy's RegisterApplicationRevision.
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_RegisterApplicationRevision.html
 */
export function registerApplicationRevision(call: SignedCall): object {
  const own = requireApplication(call);
  const description = call.input.text("description");
  checkDescription(description);
  const revision = requireRevision(call);
  const known = knownRevision(call, own, revision);
  const { appSpecContent, string } = revision;
  const text = appSpecContent ?? string;
  if (!known && text && text.content === undefined) throw invalidWithoutText();
  call.deployments.revisions.add(call.region, call.input.text("applicationName") ?? "", {
    revision: known ?? revision,
    registeredAtMs: call.deployments.now(),
    ...(description !== undefined && { description }),
  });
  return {};
}

/** The same revision as the application has it already, with its text; undefined when it has none such. */
export function knownRevision(
  call: SignedCall,
  own: readonly Deployment[],
  wanted: Wire<RevisionLocation>,
): Wire<RevisionLocation> | undefined {
  const deployed = own.flatMap((deployment) => {
    const { revision, previousRevision } = deployment.snapshot().info;
    return [revision ?? [], previousRevision ?? []].flat();
  });
  return (
    registeredRevision(call, wanted)?.revision ??
    deployed.find((revision) => revisionKey(revision) === revisionKey(wanted))
  );
}

/** A revision that nobody has registered or deployed. */
export function revisionDoesNotExist(): AwsError {
  return new AwsError("RevisionDoesNotExistException", "The revision does not exist.");
}

function invalidWithoutText(): AwsError {
  return new AwsError("InvalidRevisionException", "The content of the revision was not specified.");
}

function registeredRevision({ input, region, deployments }: SignedCall, wanted: Wire<RevisionLocation>) {
  return deployments.revisions.find(region, input.text("applicationName") ?? "", wanted);
}

function isOf(deployment: Deployment, wanted: Wire<RevisionLocation>): boolean {
  const { revision } = deployment.snapshot().info;
  return revision !== undefined && revisionKey(revision) === revisionKey(wanted);
}

/** When a revision was registered that no deployment here is of: a day before the first that names it as the one before. */
function beforeAny(own: readonly Deployment[], wanted: Wire<RevisionLocation>): number | undefined {
  const after = own.filter((deployment) => {
    const { previousRevision } = deployment.snapshot().info;
    return previousRevision !== undefined && revisionKey(previousRevision) === revisionKey(wanted);
  });
  return after.length === 0
    ? undefined
    : Math.min(...after.map(({ setting }) => setting.createdAtMs)) - hours(24);
}

function firstId(own: readonly Deployment[], wanted: Wire<RevisionLocation>): string {
  return own.find((deployment) => isOf(deployment, wanted))?.id ?? "";
}

/** The groups whose last successful deployment was of the revision. */
function groupsWithTarget(own: readonly Deployment[], wanted: Wire<RevisionLocation>): string[] {
  const last = new Map<string, Deployment>();
  for (const deployment of own) {
    const { status, deploymentGroupName = "" } = deployment.snapshot().info;
    const newest = last.get(deploymentGroupName);
    const isNewer = !newest || newest.setting.createdAtMs < deployment.setting.createdAtMs;
    if (status === "Succeeded" && isNewer) last.set(deploymentGroupName, deployment);
  }
  return [...last].filter(([, deployment]) => isOf(deployment, wanted)).map(([name]) => name);
}
