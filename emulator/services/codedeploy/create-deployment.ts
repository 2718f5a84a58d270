import type { CreateDeploymentOutput, DeploymentInfo, RevisionLocation } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import { factsOfGroup } from "../../timeline/facts.ts";
import type { Wire } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { knownRevision, revisionDoesNotExist } from "./application-revisions.ts";
import { isOver } from "./codedeploy-call.ts";
import { settingsIn } from "./create-deployment-settings.ts";
import type { NamedGroup } from "./named-group.ts";
import { requireApplication, requireGroup } from "./named-group.ts";
import { invalidRevision, requireRevision } from "./revision-input.ts";

/**
 * CodeDeploy's CreateDeployment. As at AWS a request that comes twice creates two deployments, or is refused while the first one runs.
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html
 */
export function createDeployment(call: SignedCall): Wire<CreateDeploymentOutput> {
  const group = requireGroup(call);
  const info = group.configured.snapshot().info;
  const settings = settingsIn(call.input, info);
  const revision = revisionOf(call, group, info, settings);
  const running = group.own.find((deployment) => !isOver(deployment.snapshot().info));
  if (running) {
    throw new AwsError(
      "DeploymentLimitExceededException",
      `The Deployment Group '${group.deploymentGroupName}' already has an active Deployment '${running.id}'`,
    );
  }
  const previousRevision = group.lastSuccess?.snapshot().info.revision;
  const facts = factsOfGroup(info);
  const { targetInstances: _, previousRevision: _previous, ...ofGroup } = facts;
  const { id } = call.deployments.create(group.own, {
    ...ofGroup,
    creator: "user",
    ignoreApplicationStopFailures: false,
    updateOutdatedInstancesOnly: false,
    fileExistsBehavior: "DISALLOW",
    ...settings,
    revision,
    ...(previousRevision && { previousRevision }),
  });
  return { deploymentId: id };
}

/** What a RESTART deploys is what the group has; else it is what the call says. */
function revisionOf(
  call: SignedCall,
  group: NamedGroup,
  info: Wire<DeploymentInfo>,
  { deploymentMode }: Wire<DeploymentInfo>,
): Wire<RevisionLocation> {
  if (deploymentMode === "RESTART") {
    const { revision } = group.lastSuccess?.snapshot().info ?? {};
    if (!revision) throw revisionDoesNotExist();
    return revision;
  }
  const wanted = requireRevision(call);
  checkPlatform(wanted, info);
  const own = requireApplication(call);
  const known = knownRevision(call, own, wanted);
  if (known) return known;
  const isConnected = own.some((each) => each.snapshot().info.revision?.revisionType === "GitHub");
  if (wanted.revisionType === "GitHub" && !isConnected) {
    throw new AwsError("InvalidGitHubAccountTokenException", "The GitHub token is not valid.");
  }
  const text = wanted.appSpecContent ?? wanted.string;
  if (text && text.content === undefined) throw revisionDoesNotExist();
  return wanted;
}

/** @throws AwsError for an AppSpec where a bundle is deployed, and for a bundle where an AppSpec is */
function checkPlatform(
  { revisionType, s3Location }: Wire<RevisionLocation>,
  info: Wire<DeploymentInfo>,
): void {
  const isAppSpec =
    revisionType === "AppSpecContent" ||
    revisionType === "String" ||
    s3Location?.bundleType === "YAML" ||
    s3Location?.bundleType === "JSON";
  const isOfInstances = (info.computePlatform ?? "Server") === "Server";
  if (isAppSpec !== isOfInstances) return;
  throw invalidRevision(
    `A revision of the type ${revisionType} cannot be deployed to the compute platform ${info.computePlatform}.`,
  );
}
