import { AwsError } from "../../access/aws-error.ts";
import { authorize } from "../../access/roles.ts";
import { verifySignature } from "../../access/signature.ts";
import { ACCOUNT_ID } from "../../account-id.ts";
import type { Deployment } from "../../deployments/deployment.ts";
import { fingerprint } from "../../timeline/fingerprint.ts";
import { queryService, xmlElement } from "../query-protocol.ts";
import { servicesIn } from "../ecs/ecs-services.ts";
import type { ServiceCall } from "../service.ts";

/** Elastic Load Balancing, as far as the target groups go that deployments name. */
export const elb = queryService({
  name: "elasticloadbalancing",
  title: "Elastic Load Balancing",
  version: "2015-12-01",
  operations: { DescribeTargetGroups: describeTargetGroups, DescribeTargetHealth: describeTargetHealth },
  allNames: new Set([
    "CreateTargetGroup",
    "DeregisterTargets",
    "DescribeListeners",
    "DescribeLoadBalancers",
    "DescribeRules",
    "DescribeTargetGroups",
    "DescribeTargetHealth",
    "ModifyListener",
    "RegisterTargets",
  ]),
});

/** A target group with what is registered there. */
interface Group {
  readonly name: string;
  readonly deployment: Deployment;
  readonly targets: readonly { readonly id: string; readonly isNew: boolean }[];
}

function describeTargetGroups(call: ServiceCall, parameters: URLSearchParams): string {
  const region = regionAfterChecks(call);
  const wanted = [...parameters].flatMap(([key, value]) => (key.startsWith("Names.member.") ? [value] : []));
  const groups = groupsIn(call, region);
  const found = wanted.map((name) => {
    const group = groups.findLast((each) => each.name === name);
    if (!group) throw new AwsError("TargetGroupNotFound", `Target groups '[${name}]' not found`);
    return group;
  });
  const members = (wanted.length > 0 ? found : groups).map(
    ({ name }) =>
      `<member>${xmlElement("TargetGroupName", name)}${xmlElement("TargetGroupArn", arnOf(region, name))}${xmlElement("Protocol", "HTTP")}</member>`,
  );
  return `<TargetGroups>${members.join("")}</TargetGroups>`;
}

function describeTargetHealth(call: ServiceCall, parameters: URLSearchParams): string {
  const region = regionAfterChecks(call);
  const wanted = parameters.get("TargetGroupArn") ?? "";
  const group = groupsIn(call, region).findLast(({ name }) => arnOf(region, name) === wanted);
  if (!group) throw new AwsError("TargetGroupNotFound", `Target group '${wanted}' not found`);
  const members = group.targets.map(({ id, isNew }) => {
    const health = (isNew ? group.deployment.scenario.targetHealth : undefined) ?? { state: "healthy" };
    const reason = "reason" in health ? xmlElement("Reason", health.reason) : "";
    const description = "description" in health ? xmlElement("Description", health.description) : "";
    return `<member><HealthCheckPort>8080</HealthCheckPort><TargetHealth>${xmlElement("State", health.state)}${reason}${description}</TargetHealth><Target>${xmlElement("Port", "8080")}${xmlElement("Id", id)}</Target></member>`;
  });
  return `<TargetHealthDescriptions>${members.join("")}</TargetHealthDescriptions>`;
}

/** @throws AwsError in the order of AWS's checks: who is it, may they */
function regionAfterChecks({ state, request, operation, clockOffsetMs }: ServiceCall): string {
  const caller = verifySignature(
    request,
    "elasticloadbalancing",
    state.credentials,
    state.now(),
    clockOffsetMs,
  );
  authorize(caller.credentials.session, state.roles, {
    action: `elasticloadbalancing:${operation}`,
    resource: "*",
    canBeNarrowed: false,
  });
  return caller.region;
}

/** The target groups that a Region's deployments name: of task sets, then of instances, each with the newest deployment last. */
function groupsIn({ state: { deployments } }: ServiceCall, region: string): Group[] {
  const ofTaskSets = servicesIn(region, deployments).flatMap(({ deployment, taskSets }) =>
    taskSets.map(({ targetGroup, runningCount = 0, taskSetLabel }): Group => ({
      name: targetGroup?.name ?? "",
      deployment,
      targets: Array.from({ length: runningCount }, (_, place) => ({
        id: `10.0.${taskSetLabel === "Green" ? 2 : 1}.${place + 10}`,
        isNew: taskSetLabel === "Green",
      })),
    })),
  );
  const ofInstances = deployments.ofPlatform("Server", region).flatMap((deployment) => {
    const { info, targets } = deployment.snapshot();
    return (info.loadBalancerInfo?.targetGroupInfoList ?? []).map(({ name = "" }): Group => ({
      name,
      deployment,
      targets: targets.map(({ targetId, label }) => ({ id: targetId, isNew: label !== "Blue" })),
    }));
  });
  return ofTaskSets.concat(ofInstances);
}

function arnOf(region: string, name: string): string {
  return `arn:aws:elasticloadbalancing:${region}:${ACCOUNT_ID}:targetgroup/${name}/${fingerprint(name, 16)}`;
}
