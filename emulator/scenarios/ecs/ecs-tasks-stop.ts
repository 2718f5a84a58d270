import { ACCOUNT_ID } from "../../account-id.ts";
import { minutes, seconds } from "../../timeline/duration.ts";
import { ecsTarget, listenerPair } from "../../timeline/targets/ecs-target.ts";
import type { FailingTasks } from "../../timeline/failing-tasks.ts";
import { BLUE_GREEN_FACTS, terminateAfter } from "../../timeline/facts.ts";
import { ecsEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { appSpecRevision } from "../../timeline/revisions.ts";
import type { Scenario, TargetHealth } from "../../timeline/scenario.ts";
import { imageOf, LOG_ROUTER } from "../../timeline/task-definitions.ts";
import { inSequence, NEVER, withoutSuccessDiagnostics } from "../../timeline/steps.ts";
import { trafficAtOnce } from "../../timeline/traffic.ts";

/** How long CodeDeploy waits for the replacement task set. */
const TIMED_OUT_MS = minutes(60) + seconds(8);

interface Cause {
  readonly name: string;
  readonly description: string;
  readonly service: string;
  /** How the new tasks stop again and again; absent where they run. */
  readonly tasks?: Pick<FailingTasks, "lastsMs" | "facts" | "event">;
  readonly targetHealth?: TargetHealth;
}

/** The new task set never becomes healthy, and CodeDeploy waits an hour for it before it gives up. */
function neverHealthy({ name, description, service, tasks, targetHealth }: Cause): Scenario {
  const steps = withoutSuccessDiagnostics(
    inSequence(seconds(3), ecsEvents(seconds(20)), {
      event: "Install",
      lastsMs: TIMED_OUT_MS - seconds(10),
    }),
  );
  const course = {
    cluster: "prod",
    service,
    taskCount: 2,
    steps,
    traffic: trafficAtOnce(Number.POSITIVE_INFINITY),
    runsAtMs: tasks ? NEVER : seconds(50),
  };
  return play({
    name,
    description,
    computePlatform: "ECS",
    facts: ({ region }) => ({
      ...BLUE_GREEN_FACTS,
      applicationName: `AppECS-prod-${service}`,
      deploymentGroupName: `DgpECS-prod-${service}`,
      deploymentConfigName: "CodeDeployDefault.ECSAllAtOnce",
      blueGreenDeploymentConfiguration: terminateAfter(5),
      loadBalancerInfo: listenerPair(service, region),
      revision: appSpecRevision(`${service} 42`),
      previousRevision: appSpecRevision(`${service} 41`),
    }),
    phases: [
      { fromMs: 0, status: "Created" },
      { fromMs: seconds(3), status: "InProgress", hasOverview: false },
      {
        fromMs: TIMED_OUT_MS,
        status: "Failed",
        facts: {
          errorInformation: {
            code: "TIMEOUT",
            message:
              "The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.",
          },
          rollbackInfo: {},
        },
      },
    ],
    moments: { stopping: minutes(4), timedOut: TIMED_OUT_MS + seconds(2) },
    targets: [ecsTarget(course)],
    ...(tasks && {
      failingTasks: {
        fromMs: seconds(20),
        untilMs: TIMED_OUT_MS - minutes(1),
        everyMs: seconds(70),
        ...tasks,
      },
    }),
    ...(targetHealth && { targetHealth }),
  });
}

/** A tag that nobody has pushed. */
export const ecsImageMissing = neverHealthy({
  name: "ecs-image-missing",
  description:
    "ECS blue/green: the image cannot be pulled, so that no new task starts; timed out after an hour.",
  service: "checkout",
  tasks: {
    lastsMs: seconds(38),
    facts: () => ({
      stopCode: "TaskFailedToStart",
      stoppedReason: `CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref ${imageOf("checkout", 42)}: ${imageOf("checkout", 42)}: not found`,
      containers: [{ name: "app", image: imageOf("checkout", 42), lastStatus: "STOPPED" }],
    }),
    event: (task) => `was unable to start task ${task}.`,
  },
});

/** An application that does not find its configuration. */
export const ecsContainerExits = neverHealthy({
  name: "ecs-container-exits",
  description: "ECS blue/green: the new tasks exit as soon as they start; timed out after an hour.",
  service: "search-api",
  tasks: {
    lastsMs: seconds(25),
    facts: () => ({
      stopCode: "EssentialContainerExited",
      stoppedReason: "Essential container in task exited",
      containers: [
        { name: "api", image: imageOf("search-api", 42), lastStatus: "STOPPED", exitCode: 1 },
        { ...LOG_ROUTER, lastStatus: "STOPPED", exitCode: 137 },
      ],
    }),
    event: (task) => `has stopped 1 running tasks: (task ${task}).`,
  },
});

/** A health check that asks for a path which the new version has renamed. */
export const ecsHealthCheckFails = neverHealthy({
  name: "ecs-health-check-fails",
  description:
    "ECS blue/green: the new tasks run and fail the load balancer's health check; timed out after an hour.",
  service: "catalogue",
  tasks: {
    lastsMs: seconds(62),
    facts: ({ region }) => ({
      stopCode: "ServiceSchedulerInitiated",
      stoppedReason: `Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:${region}:${ACCOUNT_ID}:targetgroup/catalogue-green/0c1f52)`,
      containers: [{ name: "web", image: imageOf("catalogue", 42), lastStatus: "STOPPED", exitCode: 143 }],
    }),
    event: (task) =>
      `(task ${task}) (port 8080) is unhealthy in (target-group catalogue-green) due to (reason Health checks failed with these codes: [404]).`,
  },
});

/** A listener that somebody has taken away. */
export const ecsTargetGroupUnused = neverHealthy({
  name: "ecs-target-group-unused",
  description:
    "ECS blue/green: the new tasks run, and their target group is on no listener, so that none becomes healthy; timed out after an hour.",
  service: "wishlist",
  targetHealth: {
    state: "unused",
    reason: "Target.NotInUse",
    description: "Target group is not configured to receive traffic from the load balancer",
  },
});
