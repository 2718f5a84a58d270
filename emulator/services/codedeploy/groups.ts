import type {
  AlarmConfiguration,
  DeploymentGroupInfo,
  GetDeploymentGroupOutput,
  LastDeploymentInfo,
} from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import { ACCOUNT_ID } from "../../account-id.ts";
import type { Deployment } from "../../deployments/deployment.ts";
import { fingerprint } from "../../timeline/fingerprint.ts";
import type { Wire } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { ownerIn } from "./list-deployments.ts";

/** CodeDeploy's GetDeploymentGroup: a group as its newest deployment tells of it. */
export function getDeploymentGroup(call: SignedCall): Wire<GetDeploymentGroupOutput> {
  const { input, region, deployments } = call;
  if (!input.text("applicationName")) {
    throw new AwsError("ApplicationNameRequiredException", "The application name was not specified.");
  }
  const owner = ownerIn(
    input,
    deployments.inRegion(region).map((deployment) => deployment.snapshot().info),
  );
  const own = deployments
    .inRegion(region)
    .filter((deployment) => owner.isOf(deployment.snapshot().info))
    .toSorted((one, other) => other.setting.createdAtMs - one.setting.createdAtMs);
  const [newest] = own;
  if (!newest) throw new Error("A group without deployments was found.");
  return { deploymentGroupInfo: groupOf(newest, own) };
}

function groupOf(newest: Deployment, own: readonly Deployment[]): Wire<DeploymentGroupInfo> {
  const { applicationName = "", deploymentGroupName = "", ...info } = newest.snapshot().info;
  const { computePlatform, deploymentConfigName, deploymentStyle, loadBalancerInfo } = info;
  const { autoRollbackConfiguration, blueGreenDeploymentConfiguration } = info;
  const lastSuccess = own.find((deployment) => deployment.snapshot().info.status === "Succeeded");
  const targetRevision = lastSuccess?.snapshot().info.revision;
  return {
    applicationName,
    deploymentGroupName,
    deploymentGroupId: fingerprint(`${applicationName}/${deploymentGroupName}`, 32),
    serviceRoleArn: `arn:aws:iam::${ACCOUNT_ID}:role/CodeDeployServiceRole`,
    ec2TagFilters: [],
    onPremisesInstanceTagFilters: [],
    autoScalingGroups: [],
    triggerConfigurations: [],
    outdatedInstancesStrategy: "UPDATE",
    terminationHookEnabled: false,
    alarmConfiguration: alarmConfigurationOf(own),
    ...(computePlatform && { computePlatform }),
    ...(deploymentConfigName && { deploymentConfigName }),
    ...(deploymentStyle && { deploymentStyle }),
    ...(loadBalancerInfo && { loadBalancerInfo }),
    ...(autoRollbackConfiguration && { autoRollbackConfiguration }),
    ...(blueGreenDeploymentConfiguration && { blueGreenDeploymentConfiguration }),
    ...(targetRevision && { targetRevision }),
    lastAttemptedDeployment: lastDeployment(newest),
    ...(lastSuccess && { lastSuccessfulDeployment: lastDeployment(lastSuccess) }),
  };
}

function alarmConfigurationOf(own: readonly Deployment[]): Wire<AlarmConfiguration> {
  const [alarms = []] = own.flatMap(({ scenario }) => (scenario.alarms?.length ? [scenario.alarms] : []));
  return {
    enabled: alarms.length > 0,
    ignorePollAlarmFailure: false,
    alarms: alarms.map(({ name }) => ({ name })),
  };
}

function lastDeployment(deployment: Deployment): Wire<LastDeploymentInfo> {
  const { status, createTime, completeTime } = deployment.snapshot().info;
  return {
    deploymentId: deployment.id,
    ...(status && { status }),
    ...(createTime !== undefined && { createTime }),
    ...(completeTime !== undefined && { endTime: completeTime }),
  };
}
