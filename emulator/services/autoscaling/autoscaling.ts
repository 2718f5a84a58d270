import type { Activity } from "@aws-sdk/client-auto-scaling";
import { AwsError } from "../../access/aws-error.ts";
import { authorize } from "../../access/roles.ts";
import { verifySignature } from "../../access/signature.ts";
import type { Deployment } from "../../deployments/deployment.ts";
import { launchActivities } from "../../timeline/failing-launches.ts";
import { queryService, xmlElement } from "../query-protocol.ts";
import type { ServiceCall } from "../service.ts";

/** Auto Scaling, as far as the groups go that CodeDeploy makes for blue/green deployments. */
export const autoScaling = queryService({
  name: "autoscaling",
  title: "Auto Scaling",
  version: "2011-01-01",
  operations: { DescribeScalingActivities: describeScalingActivities },
  allNames: new Set([
    "CreateAutoScalingGroup",
    "DeleteAutoScalingGroup",
    "DescribeAutoScalingGroups",
    "DescribeAutoScalingInstances",
    "DescribeLifecycleHooks",
    "DescribeScalingActivities",
    "SetDesiredCapacity",
    "UpdateAutoScalingGroup",
  ]),
});

const MOST_RECORDS = 100;

function describeScalingActivities(call: ServiceCall, parameters: URLSearchParams): string {
  const { state, request, clockOffsetMs } = call;
  const caller = verifySignature(request, "autoscaling", state.credentials, state.now(), clockOffsetMs);
  authorize(caller.credentials.session, state.roles, {
    action: "autoscaling:DescribeScalingActivities",
    resource: "*",
    canBeNarrowed: false,
  });
  const most = Number(parameters.get("MaxRecords") ?? MOST_RECORDS);
  if (!(most >= 1 && most <= MOST_RECORDS)) {
    throw new AwsError("ValidationError", `MaxRecords must be 1 to ${MOST_RECORDS}.`);
  }
  const name = parameters.get("AutoScalingGroupName") ?? "";
  const deployment = state.deployments.inRegion(caller.region).find((each) => groupOf(each) === name);
  if (!deployment) throw new AwsError("ValidationError", `AutoScalingGroup name not found - ${name}`);
  const { failingLaunches } = deployment.scenario;
  const activities = failingLaunches
    ? launchActivities(failingLaunches, name, deployment.atMs, deployment.setting)
    : [];
  return `<Activities>${activities.slice(0, most).map(activityXml).join("")}</Activities>`;
}

/** The name of the group that CodeDeploy makes for a deployment; empty for one that has its fleet already. */
function groupOf(deployment: Deployment): string {
  const { deploymentGroupName, blueGreenDeploymentConfiguration: blueGreen } = deployment.snapshot().info;
  return blueGreen?.greenFleetProvisioningOption?.action === "COPY_AUTO_SCALING_GROUP"
    ? `CodeDeploy_${deploymentGroupName}_${deployment.id}`
    : "";
}

function activityXml(activity: Activity): string {
  const members = Object.entries(activity).map(([name, value]) =>
    xmlElement(name, value instanceof Date ? value.toISOString() : String(value)),
  );
  return `<member>${members.join("")}</member>`;
}
