import { AwsError } from "../../access/aws-error.ts";
import type { Deployment } from "../../deployments/deployment.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { isName } from "./codedeploy-call.ts";
import { ownerIn } from "./list-deployments.ts";

/** A deployment group as its deployments tell of it: there is no group without one here. */
export interface NamedGroup {
  readonly applicationName: string;
  readonly deploymentGroupName: string;
  /** Newest first. */
  readonly own: readonly [Deployment, ...Deployment[]];
  /** The newest that somebody made: a rollback may have another configuration than the group. */
  readonly configured: Deployment;
  readonly lastSuccess: Deployment | undefined;
}

/**
 * The group that a call names.
 * @throws AwsError for a name that is missing, malformed, or of nothing that is there
 */
export function requireGroup({ input, region, deployments }: SignedCall): NamedGroup {
  const applicationName = input.text("applicationName");
  if (!applicationName) throw applicationNameRequired();
  const all = deployments.inRegion(region);
  const owner = ownerIn(
    input,
    all.map((deployment) => deployment.snapshot().info),
  );
  const group = groupIn(
    all.filter((deployment) => owner.isOf(deployment.snapshot().info)),
    applicationName,
    input.text("deploymentGroupName") ?? "",
  );
  if (!group) throw new Error("A group without deployments was found.");
  return group;
}

/**
 * A group of an application; undefined where it has no deployment.
 * @param all deployments of the application, or more of its Region
 */
export function groupIn(
  all: readonly Deployment[],
  applicationName: string,
  deploymentGroupName: string,
): NamedGroup | undefined {
  const [newest, ...older] = all
    .filter((deployment) => {
      const { info } = deployment.snapshot();
      return info.applicationName === applicationName && info.deploymentGroupName === deploymentGroupName;
    })
    .toSorted((one, other) => other.setting.createdAtMs - one.setting.createdAtMs);
  if (!newest) return undefined;
  const own = [newest, ...older] as const;
  return {
    applicationName,
    deploymentGroupName,
    own: [newest, ...older],
    configured:
      own.find((deployment) => deployment.snapshot().info.creator !== "codeDeployRollback") ?? newest,
    lastSuccess: own.find((deployment) => deployment.snapshot().info.status === "Succeeded"),
  };
}

/**
 * The deployments of the application that a call names.
 * @throws AwsError for a name that is missing, malformed, or of nothing that is there
 */
export function requireApplication({ input, region, deployments }: SignedCall): readonly Deployment[] {
  const name = input.text("applicationName");
  if (!name) throw applicationNameRequired();
  return ofApplication(deployments.inRegion(region), name);
}

/**
 * The deployments of an application.
 * @param all those of its Region
 * @throws AwsError for a name that is malformed, or of nothing that is there
 */
export function ofApplication(
  all: readonly Deployment[],
  name: string,
): readonly [Deployment, ...Deployment[]] {
  const [first, ...others] = all.filter((deployment) => deployment.snapshot().info.applicationName === name);
  if (first) return [first, ...others];
  throw isName(name)
    ? new AwsError("ApplicationDoesNotExistException", `No application found for name: ${name}`)
    : new AwsError(
        "InvalidApplicationNameException",
        "The application name was specified in an invalid format.",
      );
}

/** What a call without the name of an application is refused with. */
export function applicationNameRequired(): AwsError {
  return new AwsError("ApplicationNameRequiredException", "The application name was not specified.");
}
