import type { ECSTaskSet } from "@aws-sdk/client-codedeploy";
import type { Service, Task, TaskSet } from "@aws-sdk/client-ecs";
import { ACCOUNT_ID } from "../../account-id.ts";
import type { Deployment } from "../../deployments/deployment.ts";
import type { Deployments } from "../../deployments/deployments.ts";
import { hours, seconds } from "../../timeline/duration.ts";
import type { TaskPlace } from "../../timeline/failing-tasks.ts";
import { serviceEvents, stoppedTasks } from "../../timeline/failing-tasks.ts";
import { fingerprint } from "../../timeline/fingerprint.ts";
import { taskDefinitionArn } from "../../timeline/task-definitions.ts";
import type { Wire } from "../../wire.ts";
import { wireTime } from "../../wire.ts";

/** A service of ECS, as the deployment has it that goes on there. */
export interface PlayedService {
  readonly cluster: string;
  readonly service: string;
  readonly deployment: Deployment;
  readonly taskSets: readonly Wire<ECSTaskSet>[];
}

/** The services that the deployments of a Region go to, the newest deployment last. */
export function servicesIn(region: string, deployments: Deployments): PlayedService[] {
  return deployments.ofPlatform("ECS", region).flatMap((deployment) =>
    deployment.snapshot().targets.map((target) => {
      const [cluster = "", service = ""] = target.targetId.split(":");
      const taskSets = target.describe().ecsTarget?.taskSetsInfo ?? [];
      return { cluster, service, deployment, taskSets };
    }),
  );
}

/** A service as DescribeServices has it. */
export function describeService(played: PlayedService): Wire<Service> {
  const { cluster, service, deployment } = played;
  const { region } = deployment.setting;
  const taskSets = played.taskSets.map((set) => taskSetOf(played, set));
  const sum = (count: "computedDesiredCount" | "runningCount" | "pendingCount") =>
    taskSets.reduce((total, set) => total + (set[count] ?? 0), 0);
  const { failingTasks } = deployment.scenario;
  return {
    serviceArn: serviceArn(region, cluster, service),
    serviceName: service,
    clusterArn: `arn:aws:ecs:${region}:${ACCOUNT_ID}:cluster/${cluster}`,
    status: "ACTIVE",
    deploymentController: { type: "CODE_DEPLOY" },
    desiredCount: sum("computedDesiredCount"),
    runningCount: sum("runningCount"),
    pendingCount: sum("pendingCount"),
    taskSets,
    events: failingTasks
      ? serviceEvents(failingTasks, placeOf(played), deployment.atMs, deployment.setting)
      : [],
  };
}

function taskSetOf({ cluster, service, deployment }: PlayedService, set: Wire<ECSTaskSet>): Wire<TaskSet> {
  const { region, deploymentId, createdAtMs } = deployment.setting;
  const isNew = set.taskSetLabel === "Green";
  const { identifer = "", status = "", desiredCount = 0, pendingCount = 0, runningCount = 0 } = set;
  const sinceMs = createdAtMs + (isNew ? seconds(5) : -hours(24));
  return {
    id: identifer,
    taskSetArn: `arn:aws:ecs:${region}:${ACCOUNT_ID}:task-set/${cluster}/${service}/${identifer}`,
    serviceArn: serviceArn(region, cluster, service),
    clusterArn: `arn:aws:ecs:${region}:${ACCOUNT_ID}:cluster/${cluster}`,
    startedBy: "CODE_DEPLOY",
    externalId: isNew ? deploymentId : `d-BEFORE${fingerprint(deploymentId, 3).toUpperCase()}`,
    status,
    taskDefinition: taskDefinitionArn(region, service, isNew ? 42 : 41),
    computedDesiredCount: desiredCount,
    pendingCount,
    runningCount,
    createdAt: wireTime(sinceMs),
    stabilityStatus: runningCount === desiredCount ? "STEADY_STATE" : "STABILIZING",
    stabilityStatusAt: wireTime(sinceMs),
  };
}

/** A service's stopped tasks, oldest first. ECS shows each for an hour. */
export function stoppedTasksOf(played: PlayedService): Wire<Task>[] {
  const { scenario, atMs, setting } = played.deployment;
  if (!scenario.failingTasks) return [];
  const oldestS = wireTime(setting.createdAtMs + atMs - hours(1));
  return stoppedTasks(scenario.failingTasks, placeOf(played), atMs, setting).filter(
    ({ stoppedAt = 0 }) => stoppedAt >= oldestS,
  );
}

function placeOf({ cluster, service, taskSets }: PlayedService): TaskPlace {
  const replacement = taskSets.find(({ taskSetLabel }) => taskSetLabel === "Green");
  return { cluster, service, taskSetId: replacement?.identifer ?? "" };
}

/** The ARN of a service of the emulated account. */
export function serviceArn(region: string, cluster: string, service: string): string {
  return `arn:aws:ecs:${region}:${ACCOUNT_ID}:service/${cluster}/${service}`;
}
