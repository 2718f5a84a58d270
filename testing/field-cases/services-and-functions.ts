import type { FieldCase } from "./field-case.ts";
import { ago, ended, event, lambda, service } from "./field-case.ts";

const ALARM = (names: string) => ({
  code: "ALARM_ACTIVE",
  message: `One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: ${names}`,
});
const MANUAL = {
  errorInformation: { code: "MANUAL_STOP", message: "The deployment was stopped by a user." },
};

/** Failures and stops of ECS and Lambda, which have neither agents nor scripts. */
export const servicesAndFunctions: Readonly<Record<string, FieldCase>> = {
  "a time-out of a task set": {
    deployment: ended("ECS", "Failed", {
      errorInformation: {
        code: "TIMEOUT",
        message:
          "The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.",
      },
    }),
    targets: [
      service("Failed", [
        { lifecycleEventName: "Install", status: "Failed", startTime: ago(14_400), endTime: ago(10_800) },
      ]),
    ],
    says: ["The replacement tasks did not become healthy", "why tasks stopped", "the task definition"],
    hides: ["script", "agent"],
  },
  "a time-out of a function speaks neither of scripts nor of tasks": {
    deployment: ended("Lambda", "Failed", { errorInformation: { code: "TIMEOUT" } }),
    targets: [
      lambda(
        "Failed",
        [
          {
            lifecycleEventName: "AfterAllowTraffic",
            status: "Failed",
            startTime: ago(14_410),
            endTime: ago(10_800),
          },
        ],
        1,
      ),
    ],
    says: ["did not report success within an hour"],
    hides: ["script may run", "tasks", "agent"],
  },
  "a hook that failed at once did not run out of time": {
    deployment: ended("ECS", "Failed", { errorInformation: { code: "HOOK_EXECUTION_FAILURE" } }),
    targets: [service("Failed", [event("BeforeAllowTraffic", "Failed")], 0)],
    says: ["The event's hook function reported a failure, or could not be called."],
    hides: ["did not report success within"],
  },
  "an event without a hook": {
    deployment: ended("ECS", "Failed", {
      errorInformation: { code: "ECS_UPDATE_ERROR", message: "TaskSet <ecs-svc/7> is behind prod listener." },
    }),
    targets: [service("Failed", [event("Install", "Failed")])],
    says: [
      "The replacement task set could not be started, or its tasks did not become healthy.",
      "is behind prod listener",
    ],
    hides: ["hook function", "Read AWS's message"],
  },
  "a service that cannot be deployed to": {
    deployment: ended("ECS", "Failed", {
      startTime: null,
      errorInformation: {
        code: "INVALID_ECS_SERVICE",
        message:
          "Its primary task set is behind a target group that is not in the deployment group: crate-2.",
      },
    }),
    targets: [],
    says: [
      "The ECS service cannot be deployed to as it is.",
      "crate-2",
      "AWS lists no targets for this deployment.",
    ],
  },
  "too many requests before anything began": {
    deployment: ended("Lambda", "Failed", {
      errorInformation: { code: "THROTTLED", message: "The number of requests exceeded the limit." },
    }),
    targets: [
      lambda("Failed", [event("BeforeAllowTraffic", "Skipped"), event("AllowTraffic", "Skipped")], 0),
    ],
    says: ["No lifecycle event began", "AWS refused requests because there were too many of them"],
    hides: ["settings or permissions", "may point to two versions"],
  },
  "what an alarm cut off, in the console of its own partition": {
    region: "us-gov-east-1",
    deployment: ended("ECS", "Stopped", { errorInformation: ALARM("<crate 5xx/live>") }),
    targets: [service("Failed", [event("AfterInstall", "Succeeded"), event("AllowTraffic", "Failed")])],
    says: [
      "A CloudWatch alarm went off",
      "It was running when the deployment was stopped, and did not fail by itself.",
      "Stopped at AllowTraffic",
      "AllowTraffic was cut off",
    ],
    hides: ["Failed at AllowTraffic"],
  },
  "alarms whose names have spaces and brackets": {
    deployment: ended("Lambda", "Stopped", {
      errorInformation: ALARM("<crate-4xx> <crate p90 (live) #3>"),
      rollbackInfo: { rollbackMessage: "The rollback could not be started." },
    }),
    targets: [lambda("Failed", [event("AllowTraffic", "Failed")], 0.1)],
    says: ["crate-4xx", "crate p90 (live) #3", "The rollback could not be started."],
  },
  "a service stopped by hand at a tenth": {
    deployment: ended("ECS", "Stopped", MANUAL),
    targets: [service("Failed", [event("AllowTraffic", "Failed")], 10)],
    says: ["10% of the traffic goes to the replacement.", "nothing has taken it back"],
  },
  "a service stopped by hand before any traffic moved": {
    deployment: ended("ECS", "Stopped", MANUAL),
    targets: [service("Failed", [event("BeforeAllowTraffic", "Failed")], 0)],
    says: ["Somebody, or a tool, stopped the deployment."],
    hides: ["goes to the replacement", "half deployed"],
  },
  "a function stopped by hand before any traffic moved": {
    deployment: ended("Lambda", "Stopped", MANUAL),
    targets: [lambda("Failed", [event("BeforeAllowTraffic", "Failed"), event("AllowTraffic", "Skipped")], 0)],
    says: ["Why it stopped"],
    hides: ["two versions"],
  },
  "a rollback that failed and was rolled back": {
    deployment: ended("Lambda", "Failed", {
      creator: "codeDeployRollback",
      rollbackInfo: { rollbackTriggeringDeploymentId: "d-FIRST0001", rollbackDeploymentId: "d-THIRD0003" },
    }),
    targets: [lambda("Failed", [event("AllowTraffic", "Failed")], 0.5)],
    says: ["Why this rollback failed", "Rolled back by", "d-THIRD0003"],
    hides: ["Neither revision", "two versions"],
  },
};
