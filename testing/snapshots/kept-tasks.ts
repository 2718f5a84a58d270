import { ID, REGION, SHARED, START_MS, START_S } from "./kept-head.ts";

/** The tasks of an ECS deployment that stop again and again, while it runs. */
export const TASKS = {
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
