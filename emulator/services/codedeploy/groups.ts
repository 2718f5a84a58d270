import type {
  AlarmConfiguration,
  BatchGetDeploymentGroupsOutput,
  DeploymentGroupInfo,
  ECSService,
  GetDeploymentGroupOutput,
  LastDeploymentInfo,
  ListDeploymentGroupsOutput,
} from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import { ACCOUNT_ID } from "../../account-id.ts";
import type { Deployment } from "../../deployments/deployment.ts";
import { fingerprint } from "../../timeline/fingerprint.ts";
import { withoutText } from "../../timeline/revisions.ts";
import type { Wire } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { isName } from "./codedeploy-call.ts";
import type { NamedGroup } from "./named-group.ts";
import { groupIn, requireApplication, requireGroup } from "./named-group.ts";
import { pageOf } from "./page-token.ts";

/** CodeDeploy's GetDeploymentGroup: a group as its newest deployment tells of it, rollbacks apart. */
export function getDeploymentGroup(call: SignedCall): Wire<GetDeploymentGroupOutput> {
  return { deploymentGroupInfo: groupOf(requireGroup(call)) };
}

/** CodeDeploy's ListDeploymentGroups: by name, which AWS does not promise. */
export function listDeploymentGroups(call: SignedCall): Wire<ListDeploymentGroupsOutput> {
  const applicationName = call.input.text("applicationName") ?? "";
  const names = requireApplication(call).flatMap(
    (deployment) => deployment.snapshot().info.deploymentGroupName ?? [],
  );
  const { items, next } = pageOf(
    [...new Set(names)].toSorted(),
    JSON.stringify(["groups", applicationName]),
    call.input.text("nextToken"),
  );
  return { applicationName, deploymentGroups: [...items], ...next };
}

const MOST_GROUPS = 100;

/**
 * CodeDeploy's BatchGetDeploymentGroups. AWS has an error message beside the groups and does not say what for: here it names
 * the groups that there are not.
 */
export function batchGetDeploymentGroups(call: SignedCall): Wire<BatchGetDeploymentGroupsOutput> {
  const applicationName = call.input.text("applicationName") ?? "";
  const own = requireApplication(call);
  const names = call.input.texts("deploymentGroupNames") ?? [];
  if (names.length === 0) {
    throw new AwsError(
      "DeploymentGroupNameRequiredException",
      "At least one deployment group name must be specified.",
    );
  }
  if (names.length > MOST_GROUPS) {
    throw new AwsError(
      "BatchLimitExceededException",
      `The maximum number of deployment groups is ${MOST_GROUPS}.`,
    );
  }
  const found = names.map((name) => ({ name, group: groupIn(own, applicationName, name) }));
  const unknown = found.flatMap(({ name, group }) => (group ? [] : [name]));
  if (!unknown.every(isName)) {
    throw new AwsError(
      "InvalidDeploymentGroupNameException",
      "The deployment group name was specified in an invalid format.",
    );
  }
  return {
    deploymentGroupsInfo: found.flatMap(({ group }) => (group ? [groupOf(group)] : [])),
    ...(unknown.length > 0 && {
      errorMessage: `No Deployment Group found for name: ${unknown.join(", ")}`,
    }),
  };
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
    ...(computePlatform === "ECS" && { ecsServices: servicesOf(own) }),
    lastAttemptedDeployment: lastDeployment(own[0]),
    ...(lastSuccess && { lastSuccessfulDeployment: lastDeployment(lastSuccess) }),
  };
}

/** The service that the group deploys to, as the targets of its deployments are named. */
function servicesOf(own: readonly Deployment[]): Wire<ECSService>[] {
  const [first] = own.flatMap((deployment) => deployment.snapshot().targets);
  const [clusterName = "", serviceName = ""] = first?.targetId.split(":") ?? [];
  return serviceName === "" ? [] : [{ clusterName, serviceName }];
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
