import type { FieldCase } from "./field-case.ts";
import { ago, event, instance, lambda, running, runningEvent, service } from "./field-case.ts";

const STACK =
  "arn:aws:cloudformation:eu-west-1:444455556666:stack/crate/2f1e0d9c-aaaa-bbbb-cccc-1a2b3c4d5e6f";
const IN_PLACE = { deploymentStyle: { deploymentType: "IN_PLACE" } };
const ready = (actionOnTimeout: string, waitTimeInMinutes: number) => ({
  status: "Ready",
  blueGreenDeploymentConfiguration: { deploymentReadyOption: { actionOnTimeout, waitTimeInMinutes } },
});

/** Deployments in progress, most of them stuck. */
export const whileItRuns: Readonly<Record<string, FieldCase>> = {
  "tasks of a replacement that do not start: no traffic moves, and where to look": {
    deployment: running("ECS", { deploymentConfigName: "CodeDeployDefault.ECSLinear10PercentEvery1Minutes" }),
    targets: [
      service("InProgress", [event("BeforeInstall", "Succeeded"), runningEvent("Install", 1_780)], 0),
    ],
    says: [
      "1 of 3 tasks running",
      "No traffic has moved.",
      "CodeDeploy gives up after an hour",
      "events of the ECS service",
    ],
    hides: ["Traffic moves", "Install, which CodeDeploy does itself"],
  },
  "a hook function that hangs: no traffic moves, and what it has to call": {
    deployment: running("Lambda", {
      deploymentConfigName: "CodeDeployDefault.LambdaCanary10Percent10Minutes",
    }),
    targets: [
      lambda("InProgress", [runningEvent("BeforeAllowTraffic", 1_500), event("AllowTraffic", "Pending")], 0),
    ],
    says: [
      "the hook function of BeforeAllowTraffic",
      "No traffic has moved.",
      "PutLifecycleEventHookExecutionStatus",
      "CloudWatch log",
    ],
    hides: ["Traffic moves", "to report back"],
  },
  "a hook function that hangs since nobody knows when": {
    deployment: running("ECS"),
    targets: [
      service("InProgress", [{ lifecycleEventName: "AfterAllowTestTraffic", status: "InProgress" }], 0),
    ],
    says: [
      "the hook function of AfterAllowTestTraffic",
      "When the event began is not known.",
      "CloudWatch log",
    ],
  },
  "a shift that is at rest between two steps": {
    deployment: running("ECS", { deploymentConfigName: "CodeDeployDefault.ECSCanary10Percent15Minutes" }),
    targets: [service("InProgress", [runningEvent("AllowTraffic", 300)], 10)],
    says: ["AllowTraffic, which CodeDeploy does itself.", "The replacement gets 10% of the traffic."],
    hides: ["Traffic moves", "No traffic has moved"],
  },
  "all at once is not one after the other": {
    deployment: running("Server", { ...IN_PLACE, deploymentConfigName: "CodeDeployDefault.AllAtOnce" }),
    targets: [instance("InProgress", [runningEvent("AfterInstall", 12)])],
    says: ["Deploys to all instances at once"],
    hides: ["instance after instance"],
  },
  "a download that hangs is the agent's": {
    deployment: running("Server"),
    targets: [instance("InProgress", [runningEvent("DownloadBundle", 1_700)])],
    says: ["the CodeDeploy agent to finish DownloadBundle", "fails after an hour", "instance still exists"],
    hides: ["which CodeDeploy does itself"],
  },
  "traffic that is about to be allowed is not the agent's": {
    deployment: running("Server"),
    targets: [
      instance("InProgress", [event("ValidateService", "Succeeded"), event("AllowTraffic", "Pending")]),
    ],
    says: ["CodeDeploy to begin AllowTraffic"],
    hides: ["the agent to begin", "within five minutes"],
  },
  "a configuration that cannot be read says nothing of the health of a service": {
    deployment: running("ECS", { deploymentConfigName: "crate-canary-30" }),
    isConfigLost: true,
    targets: [service("InProgress", [runningEvent("AllowTraffic", 120)], 30)],
    says: ["The planned steps are not shown: the deployment configuration does not exist any more."],
    hides: ["Health"],
  },
  "a limit that has passed": {
    deployment: running("Server", { ...IN_PLACE, createTime: ago(70_010), startTime: ago(70_000) }),
    targets: [instance("InProgress", [runningEvent("ApplicationStart", 69_990)])],
    says: ["The time set for this has passed.", "CodeDeploy lets such a deployment run 8 hours."],
  },
  "a wait for the reroute that is over names no deadline": {
    deployment: running("Server", {
      ...ready("STOP_DEPLOYMENT", 2_880),
      createTime: ago(600_000),
      startTime: ago(599_990),
    }),
    targets: [
      instance("Ready", [
        { lifecycleEventName: "ValidateService", status: "Succeeded", endTime: ago(518_460) },
      ]),
    ],
    says: ["For 6d so far.", "The time set for this has passed.", "Reroute it with “Actions”, above."],
    hides: ["2 days after it became ready", "Otherwise CodeDeploy stops", "left."],
  },
  "a wait for the reroute says how much of it is left": {
    deployment: running("Server", ready("STOP_DEPLOYMENT", 120)),
    targets: [
      instance("Ready", [
        { lifecycleEventName: "ValidateService", status: "Succeeded", endTime: ago(1_260) },
      ]),
    ],
    says: ["If nobody does it, CodeDeploy stops the deployment:", "1h 3"],
    hides: ["set for this has passed"],
  },
  "a wait is told from work on the time axis": {
    deployment: running("Server", ready("STOP_DEPLOYMENT", 120)),
    targets: [
      instance("Ready", [
        {
          lifecycleEventName: "ValidateService",
          status: "Succeeded",
          startTime: ago(1_330),
          endTime: ago(1_290),
        },
      ]),
    ],
    layout: "times",
    says: ["of which 21m", "waiting to be rerouted"],
  },
  "an original that is kept is not terminated, whatever the flag says": {
    deployment: running("Server", {
      instanceTerminationWaitTimeStarted: true,
      deploymentOverview: { Succeeded: 2 },
      blueGreenDeploymentConfiguration: {
        terminateBlueInstancesOnDeploymentSuccess: { action: "KEEP_ALIVE" },
      },
    }),
    targets: [],
    says: [
      "The original instances are kept running",
      "That contradicts its settings, which keep the original.",
    ],
    hides: ["Waiting to terminate", "until it is over"],
  },
  "a creation time that AWS does not know is no wait of decades": {
    deployment: { status: "Queued", computePlatform: "Server", createTime: 0 },
    isNotStarted: true,
    says: ["The deployment waits in line", "AWS sent a time that cannot be right."],
    hides: ["Queued for", "20,", "d ago)"],
  },
  "a deployment that was created and never started": {
    deployment: { status: "Created", computePlatform: "Server", createTime: ago(90_000) },
    isNotStarted: true,
    says: [
      "the start, which usually comes within seconds.",
      "If it does not come, check that the deployment group",
    ],
    hides: ["not started it yet"],
  },
  "a stack is called by its name, also where its traffic is shown": {
    deployment: running("ECS", { creator: "CloudFormation", externalId: STACK }),
    targets: [
      {
        deploymentTargetType: "CloudFormationTarget",
        cloudFormationTarget: {
          targetId: STACK,
          status: "InProgress",
          resourceType: "AWS::ECS::Service",
          targetVersionWeight: 20,
          lifecycleEvents: [runningEvent("AllowTraffic", 60)],
        },
      },
    ],
    openEvent: "AllowTraffic",
    says: ["crate (opens in a new tab)Resource type AWS::ECS::Service", "AllowTraffic on crate"],
    hides: ["stack/crate"],
  },
};
