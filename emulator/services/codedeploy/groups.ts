import type {
  AlarmConfiguration,
  DeploymentGroupInfo,
  GetDeploymentGroupOutput,
  LastDeploymentInfo,
} from "@aws-sdk/client-codedeploy";
import { ACCOUNT_ID } from "../../account-id.ts";
import type { Deployment } from "../../deployments/deployment.ts";
import { fingerprint } from "../../timeline/fingerprint.ts";
import { withoutText } from "../../timeline/revisions.ts";
import type { Wire } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";
import type { NamedGroup } from "./named-group.ts";
import { requireGroup } from "./named-group.ts";

/** CodeDeploy's GetDeploymentGroup: a group as its newest deployment tells of it, rollbacks apart. */
export function getDeploymentGroup(call: SignedCall): Wire<GetDeploymentGroupOutput> {
  return { deploymentGroupInfo: groupOf(requireGroup(call)) };
}

function groupOf(group: NamedGroup): Wire<DeploymentGroupInfo> {
  const { applicationName, deploymentGroupName, own, configured, lastSuccess } = group;
  const { info } = configured.snapshot();
  const { computePlatform, deploymentConfigName, deploymentStyle, loadBalancerInfo } = info;
  const { autoRollbackConfiguration, blueGreenDeploymentConfiguration } = info;
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
    ...(targetRevision && { targetRevision: withoutText(targetRevision) }),
    lastAttemptedDeployment: lastDeployment(own[0]),
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
