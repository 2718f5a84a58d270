import { ACCOUNT_ID } from "../../account-id.ts";
import type { NeededAction, Resources, SignedCall } from "../signed-json-service.ts";

/** The group of the deployment in `deploymentId`; any group, when it names none. */
export function groupOfDeployment(call: SignedCall): Resources {
  return [groupOf(call, call.input.text("deploymentId") ?? "")];
}

/** The groups of the deployments in `deploymentIds`; any group, when there are none. */
export function groupsOfDeployments(call: SignedCall): Resources {
  const [first = "", ...others] = call.input.texts("deploymentIds") ?? [];
  return [groupOf(call, first), ...others.map((id) => groupOf(call, id))];
}

/** The group in `applicationName` and `deploymentGroupName`. */
export function namedGroup({ input, region }: SignedCall): Resources {
  return [groupArn(region, input.text("applicationName"), input.text("deploymentGroupName"))];
}

/** The groups in `applicationName` and `deploymentGroupNames`; any group of it, when there are none. */
export function namedGroups({ input, region }: SignedCall): Resources {
  const application = input.text("applicationName");
  const [first, ...others] = input.texts("deploymentGroupNames") ?? [];
  return [groupArn(region, application, first), ...others.map((name) => groupArn(region, application, name))];
}

/** The deployment configuration in `deploymentConfigName`. */
export function namedConfig({ input, region }: SignedCall): Resources {
  return [`${prefix(region)}:deploymentconfig:${input.text("deploymentConfigName") || "*"}`];
}

/** The application in `applicationName`. */
export function namedApplication({ input, region }: SignedCall): Resources {
  return [`${prefix(region)}:application:${input.text("applicationName") || "*"}`];
}

/** The applications in `applicationNames`; any, when there are none. */
export function namedApplications({ input, region }: SignedCall): Resources {
  const [first = "*", ...others] = input.texts("applicationNames") ?? [];
  const arnOf = (name: string) => `${prefix(region)}:application:${name}`;
  return [arnOf(first), ...others.map(arnOf)];
}

/**
 * What CreateDeployment needs besides its own permission.
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/auth-and-access-control-permissions-reference.html
 */
export function neededToCreate(call: SignedCall): NeededAction[] {
  const [application] = namedApplication(call);
  const [config] = namedConfig(call);
  const [group] = namedGroup(call);
  return [
    { anyOf: ["GetDeploymentConfig"], resource: config },
    { anyOf: ["GetApplicationRevision", "RegisterApplicationRevision"], resource: application },
    ...(call.input.within("overrideAlarmConfiguration")
      ? [{ anyOf: ["UpdateDeploymentGroup"] as const, resource: group }]
      : []),
  ];
}

/** Deployment configurations, whichever there are. */
export function everyConfig({ region }: SignedCall): Resources {
  return [`${prefix(region)}:deploymentconfig:*`];
}

function groupOf({ region, deployments }: SignedCall, deploymentId: string): string {
  const info = deployments.find(deploymentId, region)?.snapshot().info;
  return groupArn(region, info?.applicationName, info?.deploymentGroupName);
}

function groupArn(region: string, application: string | undefined, group: string | undefined): string {
  return `${prefix(region)}:deploymentgroup:${application || "*"}/${group || "*"}`;
}

function prefix(region: string): string {
  return `arn:aws:codedeploy:${region}:${ACCOUNT_ID}`;
}
