import { rollOut } from "../../timeline/fleet.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { LOAD_BALANCED_EVENTS } from "../../timeline/lifecycle-events.ts";
import { listenerPair } from "../../timeline/targets/ecs-target.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision, s3Revision } from "../../timeline/revisions.ts";
import { wireTime } from "../../wire.ts";

const fleet = rollOut({
  seed: "every-member",
  size: 2,
  concurrency: 2,
  startMs: 5_000,
  events: LOAD_BALANCED_EVENTS,
});
const failedMs = fleet.endMs + 2_000;

/** All members of DeploymentInfo at once, which AWS itself never sends. */
export const everyMember = play({
  name: "every-member",
  description: "Failed, with every member of the API model present at once.",
  computePlatform: "Server",
  facts: ({ createdAtMs, region }) => ({
    applicationName: "kitchen-sink",
    deploymentGroupName: "everything",
    deploymentConfigName: "acme-one-per-zone",
    description: "Every member of the API model at once",
    creator: "autoscalingTermination",
    externalId: "arn:aws:cloudformation:us-east-1:123456789012:stack/kitchen-sink/0d2c7a10",
    startTime: wireTime(createdAtMs + 5_000),
    revision: s3Revision("acme-release-artifacts", "kitchen-sink/9.zip", "sink 9"),
    previousRevision: gitHubRevision("acme-shop/kitchen-sink", "sink 8"),
    ignoreApplicationStopFailures: true,
    updateOutdatedInstancesOnly: true,
    instanceTerminationWaitTimeStarted: true,
    fileExistsBehavior: "RETAIN",
    deploymentMode: "STANDARD",
    additionalDeploymentStatusInfo: "Waiting for the load balancer to drain connections.",
    deploymentStatusMessages: [
      "The Auto Scaling group kitchen-sink-asg is being scaled in.",
      "The original instances stay until the wait is over.",
    ],
    deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
    autoRollbackConfiguration: {
      enabled: true,
      events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
    },
    blueGreenDeploymentConfiguration: {
      deploymentReadyOption: { actionOnTimeout: "STOP_DEPLOYMENT", waitTimeInMinutes: 90 },
      greenFleetProvisioningOption: { action: "COPY_AUTO_SCALING_GROUP" },
      terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: 2880 },
    },
    loadBalancerInfo: {
      elbInfoList: [{ name: "kitchen-sink-classic" }, { name: "kitchen-sink-internal" }],
      targetGroupInfoList: [{ name: "kitchen-sink-http" }, { name: "kitchen-sink-grpc" }],
      ...listenerPair("kitchen-sink", region),
    },
    targetInstances: {
      tagFilters: [
        { Key: "Service", Value: "kitchen-sink", Type: "KEY_AND_VALUE" },
        { Key: "Deployable", Type: "KEY_ONLY" },
        { Value: "green", Type: "VALUE_ONLY" },
      ],
      autoScalingGroups: ["kitchen-sink-asg", "kitchen-sink-spot"],
      ec2TagSet: {
        ec2TagSetList: [
          [
            { Key: "Stage", Value: "prod", Type: "KEY_AND_VALUE" },
            { Key: "Stage", Value: "canary", Type: "KEY_AND_VALUE" },
          ],
          [{ Key: "Team", Value: "platform", Type: "KEY_AND_VALUE" }],
        ],
      },
    },
    overrideAlarmConfiguration: {
      enabled: true,
      ignorePollAlarmFailure: true,
      alarms: [{ name: "kitchen-sink-5xx" }, { name: "kitchen-sink-latency" }],
    },
    relatedDeployments: {
      autoUpdateOutdatedInstancesRootDeploymentId: "d-ROOT00001",
      autoUpdateOutdatedInstancesDeploymentIds: ["d-UPDATE001", "d-UPDATE002"],
    },
    rollbackInfo: {
      rollbackDeploymentId: "d-BACK00001",
      rollbackTriggeringDeploymentId: "d-CAUSE0001",
      rollbackMessage: "Deployment d-CAUSE0001 terminated. Automatic rollback is triggered.",
    },
  }),
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 5_000, status: "InProgress" },
    {
      fromMs: failedMs,
      status: "Failed",
      facts: {
        errorInformation: {
          code: "ELB_INVALID_INSTANCE",
          message: "The instance is not registered with the load balancer kitchen-sink-classic.",
        },
      },
    },
  ],
  moments: { failed: failedMs },
  targets: fleet.courses.map(instanceTarget),
});
