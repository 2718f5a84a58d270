import { ago, ended, event, lambda, running, runningEvent, service } from "../field-cases/field-case.ts";
import type { UntrueHere } from "./untrue-here.ts";
import { answer, BLUE_GREEN, CANARY, CUSTOM, lasted } from "./untrue-here.ts";

/** Of services and functions, by what would be wrong: each answer was made to contradict one sentence of the status strip. */
export const UNTRUE_OF_TRAFFIC: Readonly<Record<string, UntrueHere>> = {
  "that a task set is replaced, of a function": {
    answer: answer(running("Lambda", CUSTOM), [
      lambda("InProgress", [runningEvent("AllowTraffic", 20)], 0.1),
    ]),
    words: /replaces the task set/,
    instead: /CodeDeploy replaces the version of the function\./,
  },
  "how a custom configuration shifts traffic, by a name that looks like AWS's": {
    answer: answer(running("ECS", { deploymentConfigName: "ECSCanary10Percent5Minutes" })),
    words: /10% of the traffic first, the other/,
    instead: /CodeDeploy replaces the task set\./,
  },
  "that a shift is due now, ten minutes after it was": {
    answer: answer(
      running("Lambda", CUSTOM),
      [lambda("InProgress", [runningEvent("AllowTraffic", 930)], 0.1)],
      CANARY,
    ),
    words: /is due now|100%, in /,
    instead: /next shift, to 100%, was due 10m (?:\d+s )?ago/,
  },
  "that a shift is to come, once the deployment has failed": {
    answer: answer(
      ended("Lambda", "Failed", CUSTOM),
      [lambda("Failed", [event("AllowTraffic", "Failed")], 0.1)],
      CANARY,
    ),
    words: /next shift/,
    instead: /10% of the traffic is on the new version/,
  },
  "that all traffic is on the new version, where one of two services has none": {
    answer: answer(running("ECS", CUSTOM), [
      service("Succeeded", [event("AllowTraffic", "Succeeded")], 100),
      {
        deploymentTargetType: "ECSTarget",
        ecsTarget: {
          targetId: "crate:payments",
          status: "InProgress",
          lifecycleEvents: [runningEvent("Install", 40)],
          taskSetsInfo: [
            { taskSetLabel: "Blue", trafficWeight: 100 },
            { taskSetLabel: "Green", trafficWeight: 0, desiredCount: 3, runningCount: 1 },
          ],
        },
      },
    ]),
    words: /All traffic (?:of \d targets )?is on/,
    instead: /No traffic is on the replacement task set of the target that is least far, of 2 targets/,
  },
  "that both targets are at an event at which one is": {
    answer: answer(running("Lambda", CUSTOM), [
      lambda("InProgress", [runningEvent("BeforeAllowTraffic", 40)], 0),
      {
        deploymentTargetType: "LambdaTarget",
        lambdaTarget: {
          targetId: "mailer",
          status: "Pending",
          lifecycleEvents: [event("BeforeAllowTraffic", "Pending")],
          lambdaFunctionInfo: { functionName: "mailer", targetVersion: "3", targetVersionWeight: 0 },
        },
      },
    ]),
    words: /BeforeAllowTraffic runs:/,
    instead: /BeforeAllowTraffic runs on 1 of 2 targets:/,
  },
  "that some of the termination wait is left, once it should be over": {
    answer: answer(running("ECS", { ...BLUE_GREEN, ...CUSTOM }), [
      service("Succeeded", [lasted("AllowTraffic", 1_000, 900)], 100),
    ]),
    words: /0s left/,
    instead: /· termination wait/,
  },
  "that traffic is still to be shifted, in the termination wait": {
    answer: answer(
      running("ECS", {
        ...BLUE_GREEN,
        deploymentConfigName: "CodeDeployDefault.ECSLinear10PercentEvery1Minutes",
      }),
      [service("Succeeded", [lasted("AllowTraffic", 100, 90)], 100)],
    ),
    words: /10% more of the traffic every minute, until all has moved\.\d|When all traffic has moved/,
    instead: /Waiting to terminate the original task set\./,
  },
  "that a deployment was slow, of which an hour was for somebody to reroute": {
    answer: answer(
      ended("ECS", "Stopped", { ...BLUE_GREEN, ...CUSTOM, createTime: ago(14_400), startTime: ago(14_390) }),
      [service("Skipped", [lasted("Install", 14_385, 14_370), event("AllowTraffic", "Skipped")], 0)],
    ),
    words: /from start to end usually/,
    instead: /59m (?:\d+s )?of it waiting to be rerouted/,
  },
  "by hand, of a deployment that an alarm stopped": {
    answer: answer(ended("Lambda", "Stopped", { errorInformation: { code: "ALARM_ACTIVE", message: "" } }), [
      lambda("Skipped", [event("AllowTraffic", "Skipped")], 0),
    ]),
    words: /Somebody, or a tool, stopped/,
    instead: /StoppedA CloudWatch alarm went off, and CodeDeploy stopped the deployment\./,
  },
  "that it waited between shifts for longer than AllowTraffic ran": {
    answer: answer(
      ended("Lambda", "Stopped", CUSTOM),
      [
        lambda(
          "Failed",
          [{ ...event("AllowTraffic", "Failed"), startTime: ago(10_900), endTime: ago(10_840) }],
          0.1,
        ),
      ],
      CANARY,
    ),
    words: /[2-9]m of it waiting/,
    instead: /1m of it waiting between shifts/,
  },
  "that it waits between shifts where all traffic moves at once": {
    answer: answer(
      running("ECS", { deploymentConfigName: "CodeDeployDefault.ECSAllAtOnce" }),
      [service("InProgress", [runningEvent("AllowTraffic", 500)], 0)],
      { trafficRoutingConfig: { type: "AllAtOnce" } },
    ),
    words: /waiting between shifts/,
    instead: /next shift, to 100%, was due 8m (?:\d+s )?ago/,
  },
  "that all went well for each of one target, which the status says": {
    answer: answer(
      ended("ECS", "Succeeded", {
        deploymentOverview: { Succeeded: 1, Failed: 0, InProgress: 0, Pending: 0, Ready: 0, Skipped: 0 },
      }),
      [service("Succeeded", [event("AllowTraffic", "Succeeded")], 100)],
    ),
    words: /0 failed/,
    instead: /All traffic is on the replacement task set/,
  },
};
