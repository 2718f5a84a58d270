import { JOINS } from "../../src/aws-names/services.ts";

const ID = "d-74D35AS7C";
const REGION = "us-east-1";
/** As AWS sends times: seconds. */
const START_S = 1_795_701_730;
const START_MS = START_S * 1_000;

const events = [
  { name: "BeforeInstall", status: "Succeeded", startMs: START_MS, endMs: START_MS + 4_000 },
  {
    name: "ValidateService",
    status: "Failed",
    startMs: START_MS + 4_000,
    endMs: START_MS + 9_000,
    diagnostics: {
      errorCode: "ScriptFailed",
      scriptName: "scripts/validate.sh",
      message: "Script at specified location: scripts/validate.sh run as user root failed with exit code 7",
      logTail: "LifecycleEvent - ValidateService\nScript - scripts/validate.sh\n[stderr]no space left\n",
    },
  },
];

const SHARED = {
  format: "deploywatch-snapshot",
  version: 1,
  takenAt: new Date(START_MS + 600_000).toISOString(),
  answeredAt: new Date(START_MS + 590_000).toISOString(),
  region: REGION,
  deploymentId: ID,
  joins: [...JOINS],
  transitions: [{ from: "InProgress", to: "Failed", seenAtMs: START_MS + 500_000, uncertaintyMs: 5_000 }],
  redacted: { accounts: 2, logs: 1 },
  leftOut: ["the other deployments of the group"],
  failure: { kind: "throttled", awsCode: "ThrottlingException", failures: 3 },
};

/** Instances that failed, in a deployment that an alarm stopped. */
const INSTANCES = {
  ...SHARED,
  answers: [
    {
      about: "deployment",
      of: [REGION, ID],
      answer: {
        deploymentInfo: {
          applicationName: "checkout-api",
          deploymentGroupName: "prod",
          deploymentConfigName: "acme-80-percent",
          deploymentId: ID,
          computePlatform: "Server",
          status: "Stopped",
          createTime: START_S,
          completeTime: START_S + 300,
          creator: "user",
          errorInformation: { code: "ALARM_ACTIVE", message: "Stopped. Activated alarms: <5xx>" },
          deploymentOverview: { Pending: 0, InProgress: 0, Succeeded: 1, Failed: 1, Skipped: 0, Ready: 0 },
          revision: {
            revisionType: "S3",
            s3Location: { bucket: "b", key: "k/app.zip", bundleType: "zip", eTag: "1" },
          },
          previousRevision: { revisionType: "S3", s3Location: { bucket: "b", key: "k/app.zip", eTag: "0" } },
          rollbackInfo: { rollbackDeploymentId: "d-ROLLBACK1", rollbackMessage: "Rolled back." },
          loadBalancerInfo: { targetGroupInfoList: [{ name: "web" }] },
          notYetKnown: { list: [1, { a: null }] },
        },
      },
    },
    {
      about: "targets",
      of: [REGION, ID],
      answer: {
        stage: "listed",
        targets: [
          {
            kind: "read",
            target: {
              id: "i-1",
              status: "Failed",
              label: "Blue",
              lastUpdatedMs: START_MS,
              arn: "arn:aws:ec2:us-east-1:123456789012:instance/i-1",
              events,
              facts: { kind: "instance" },
            },
          },
          {
            kind: "gone",
            id: "i-2",
            last: { id: "i-2", status: "Succeeded", events: events.slice(0, 1), facts: { kind: "instance" } },
          },
          { kind: "unread", id: "i-3" },
        ],
        detailsError: { kind: "throttled", awsCode: "ThrottlingException" },
      },
    },
    {
      about: "deployment-config",
      of: [REGION, "acme-80-percent"],
      answer: {
        deploymentConfigName: "acme-80-percent",
        computePlatform: "Server",
        minimumHealthyHosts: { type: "FLEET_PERCENT", value: 80 },
        createTime: START_MS,
      },
    },
    {
      about: "group-history",
      of: [REGION, ID],
      answer: [1, 2, 3].map((at) => ({
        deploymentId: `d-BEFORE${at}`,
        status: "Succeeded",
        createTime: START_MS - at * 3_600_000,
        completeTime: START_MS - at * 3_600_000 + 180_000,
      })),
    },
    {
      about: "alarms",
      of: ["ended", REGION, "5xx"],
      answer: {
        metric: [
          {
            AlarmName: "5xx",
            StateValue: "ALARM",
            StateReason: "Threshold Crossed: 1 datapoint [12.0] was greater than the threshold (5.0).",
            StateTransitionedTimestamp: START_MS + 200_000,
            Namespace: "AWS/ApplicationELB",
            MetricName: "HTTPCode_Target_5XX_Count",
            Threshold: 5,
            ComparisonOperator: "GreaterThanThreshold",
            EvaluationPeriods: 1,
            Period: 60,
            Statistic: "Sum",
          },
        ],
        composite: [],
        log: [],
      },
    },
  ],
};

/** The tasks of an ECS deployment that stop again and again, while it runs. */
const TASKS = {
  ...SHARED,
  answers: [
    {
      about: "deployment",
      of: [REGION, ID],
      answer: {
        deploymentInfo: {
          applicationName: "shop",
          deploymentGroupName: "blue-green",
          deploymentConfigName: "CodeDeployDefault.ECSLinear10PercentEvery1Minutes",
          deploymentId: ID,
          computePlatform: "ECS",
          status: "InProgress",
          createTime: START_S,
          startTime: START_S + 1,
          deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
          loadBalancerInfo: {
            targetGroupPairInfoList: [
              {
                targetGroups: [{ name: "blue" }, { name: "green" }],
                prodTrafficRoute: { listenerArns: ["arn"] },
              },
            ],
          },
        },
      },
    },
    {
      about: "targets",
      of: [REGION, ID],
      answer: {
        stage: "listed",
        targets: [
          {
            kind: "read",
            target: {
              id: "prod:shop",
              status: "InProgress",
              lastUpdatedMs: START_MS,
              events: [{ name: "Install", status: "InProgress", startMs: START_MS }],
              facts: {
                kind: "ecs",
                taskSets: [
                  {
                    identifer: "ecs-svc/1",
                    desiredCount: 2,
                    pendingCount: 1,
                    runningCount: 1,
                    status: "ACTIVE",
                    trafficWeight: 0,
                    targetGroup: { name: "green" },
                    taskSetLabel: "Green",
                  },
                ],
              },
            },
          },
        ],
      },
    },
    {
      about: "deployment-config",
      of: [REGION, "CodeDeployDefault.ECSLinear10PercentEvery1Minutes"],
      answer: {
        trafficRoutingConfig: {
          type: "TimeBasedLinear",
          timeBasedLinear: { linearPercentage: 10, linearInterval: 1 },
        },
      },
    },
    {
      about: "deployment-group",
      of: [REGION, "shop", "blue-green"],
      answer: { alarmConfiguration: { enabled: true, alarms: [{ name: "5xx" }] } },
    },
    {
      about: "alarms",
      of: ["running", REGION, "5xx"],
      answer: {
        metric: [],
        composite: [{ AlarmName: "5xx", AlarmRule: "ALARM(a)", StateValue: "OK" }],
        log: [],
      },
    },
    {
      about: "ecs-service",
      of: [REGION, "prod", "shop"],
      answer: {
        taskSets: [
          {
            id: "ecs-svc/1",
            deploymentId: ID,
            taskDefinition: "arn:td/shop:2",
            createdMs: START_MS,
            desired: 2,
          },
        ],
        events: [{ id: "e1", atMs: START_MS + 9_000, message: "(service shop) was unable to place a task." }],
      },
    },
    {
      about: "stopped-tasks",
      of: [REGION, ID, "prod", "shop", "running"],
      answer: [
        {
          arn: "arn:aws:ecs:us-east-1:123456789012:task/prod/1",
          startedBy: "ecs-svc/1",
          taskDefinition: "arn:td/shop:2",
          createdMs: START_MS,
          stoppedMs: START_MS + 20_000,
          stopCode: "EssentialContainerExited",
          stoppedReason: "Essential container in task exited",
          containers: [{ name: "web", image: "shop:2", exitCode: 1 }],
        },
      ],
    },
    {
      about: "target-groups",
      of: [REGION, "green"],
      answer: [{ name: "green", arn: "arn:tg/green" }],
    },
    {
      about: "target-health",
      of: [REGION, "arn:tg/green"],
      answer: [
        {
          targetId: "10.0.0.1",
          state: "unhealthy",
          reason: "Target.Timeout",
          description: "Request timed out",
        },
      ],
    },
    { about: "of-tomorrow", of: ["x"], answer: { any: "thing" } },
  ],
};

/** Files as the page writes them, which hold each kind of answer between them. */
export const KEPT_PAGES: readonly object[] = [INSTANCES, TASKS];
