import * as aws from "@aws-sdk/client-codedeploy";
import { revision } from "./arbitrary-revision.ts";
import type { Members, Value } from "./arbitrary-values.ts";
import { choice, count, flag, listOf, members, record, text, time } from "./arbitrary-values.ts";

const id = text("d-74D35AS7C", "d-AAAAAAAAA", "d-BBBBBBBBB");
const name = text("checkout", "prod", "billing");
const named = members({ name: text("checkout-blue", "checkout-green") });

const route = members({
  listenerArns: listOf(
    text("arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/shop/50dc6c49/f2f7dc8e"),
  ),
} satisfies Members<aws.TrafficRoute>);

const tagFilter = members({
  Key: text("Stage", "Team"),
  Value: text("prod", "canary"),
  Type: choice(aws.EC2TagFilterType),
} satisfies Members<aws.EC2TagFilter>);

const blueGreen = members({
  terminateBlueInstancesOnDeploymentSuccess: members({
    action: choice(aws.InstanceAction),
    terminationWaitTimeInMinutes: count,
  } satisfies Members<aws.BlueInstanceTerminationOption>),
  deploymentReadyOption: members({
    actionOnTimeout: choice(aws.DeploymentReadyAction),
    waitTimeInMinutes: count,
  } satisfies Members<aws.DeploymentReadyOption>),
  greenFleetProvisioningOption: members({ action: choice(aws.GreenFleetProvisioningAction) }),
} satisfies Members<aws.BlueGreenDeploymentConfiguration>);

const loadBalancers = members({
  elbInfoList: listOf(named),
  targetGroupInfoList: listOf(named),
  targetGroupPairInfoList: listOf(
    members({
      targetGroups: listOf(named),
      prodTrafficRoute: route,
      testTrafficRoute: route,
    } satisfies Members<aws.TargetGroupPairInfo>),
  ),
} satisfies Members<aws.LoadBalancerInfo>);

const deployment = {
  applicationName: name,
  deploymentGroupName: name,
  deploymentConfigName: text(
    "CodeDeployDefault.OneAtATime",
    "CodeDeployDefault.ECSLinear10PercentEvery1Minutes",
    "acme-one-per-zone",
  ),
  deploymentId: id,
  previousRevision: revision,
  revision,
  status: choice(aws.DeploymentStatus),
  errorInformation: members({
    code: choice(aws.ErrorCode),
    message: text(
      "The overall deployment failed.",
      "One or more alarms have been activated. Activated alarms: <checkout-5xx> <checkout-p99>",
    ),
  } satisfies Members<aws.ErrorInformation>),
  createTime: time,
  startTime: time,
  completeTime: time,
  deploymentOverview: members({
    Pending: count,
    InProgress: count,
    Succeeded: count,
    Failed: count,
    Skipped: count,
    Ready: count,
  } satisfies Members<aws.DeploymentOverview>),
  description: text("Release 7.3.0: new certificate store"),
  creator: choice(aws.DeploymentCreator),
  ignoreApplicationStopFailures: flag,
  autoRollbackConfiguration: members({ enabled: flag, events: listOf(choice(aws.AutoRollbackEvent)) }),
  updateOutdatedInstancesOnly: flag,
  rollbackInfo: members({
    rollbackDeploymentId: id,
    rollbackTriggeringDeploymentId: id,
    rollbackMessage: text("Automatic rollback is triggered."),
  } satisfies Members<aws.RollbackInfo>),
  deploymentStyle: members({
    deploymentType: choice(aws.DeploymentType),
    deploymentOption: choice(aws.DeploymentOption),
  } satisfies Members<aws.DeploymentStyle>),
  targetInstances: members({
    tagFilters: listOf(tagFilter),
    autoScalingGroups: listOf(name),
    ec2TagSet: members({ ec2TagSetList: listOf(listOf(tagFilter)) }),
  } satisfies Members<aws.TargetInstances>),
  instanceTerminationWaitTimeStarted: flag,
  blueGreenDeploymentConfiguration: blueGreen,
  loadBalancerInfo: loadBalancers,
  additionalDeploymentStatusInfo: text("Waiting for the load balancer to drain connections."),
  fileExistsBehavior: choice(aws.FileExistsBehavior),
  deploymentMode: choice(aws.DeploymentMode),
  deploymentStatusMessages: listOf(text("The Auto Scaling group is being scaled in.", "It waits.")),
  computePlatform: choice(aws.ComputePlatform),
  externalId: text("arn:aws:cloudformation:us-east-1:123456789012:stack/checkout/0d2c7a10"),
  relatedDeployments: members({
    autoUpdateOutdatedInstancesRootDeploymentId: id,
    autoUpdateOutdatedInstancesDeploymentIds: listOf(id),
  } satisfies Members<aws.RelatedDeployments>),
  overrideAlarmConfiguration: members({
    enabled: flag,
    ignorePollAlarmFailure: flag,
    alarms: listOf(named),
  } satisfies Members<aws.AlarmConfiguration>),
} satisfies Members<aws.DeploymentInfo>;

/** `deploymentInfo` of GetDeployment, with any member left out or wrong in any way that JSON allows its type. */
export const deploymentInfo: Value = record({
  ...deployment,
  pauseInfo: members({ reason: text("Change freeze"), approvers: listOf(name) }),
});
