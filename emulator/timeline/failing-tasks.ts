import type { ServiceEvent, Task } from "@aws-sdk/client-ecs";
import { ACCOUNT_ID } from "../account-id.ts";
import type { Wire } from "../wire.ts";
import { wireTime } from "../wire.ts";
import { seconds } from "./duration.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Setting } from "./scenario.ts";
import { taskDefinitionArn } from "./task-definitions.ts";

/** The new tasks of an ECS deployment that stop, one after the other. */
export interface FailingTasks {
  /** When the first is created, and until when another follows. */
  readonly fromMs: number;
  readonly untilMs: number;
  readonly everyMs: number;
  /** How long each lives. */
  readonly lastsMs: number;
  /** What says why it stopped. */
  readonly facts: (setting: Setting) => Wire<Pick<Task, "stopCode" | "stoppedReason" | "containers">>;
  /** What the service says of a task that stopped, after its own name. */
  readonly event: (taskId: string) => string;
}

/** Where tasks belong. */
export interface TaskPlace {
  readonly cluster: string;
  readonly service: string;
  /** The id of their task set. */
  readonly taskSetId: string;
}

/** A task that was started and has stopped. */
interface Run {
  readonly taskId: string;
  readonly startedMs: number;
  readonly stoppedMs: number;
}

function runsOf({ fromMs, untilMs, everyMs, lastsMs }: FailingTasks, atMs: number, setting: Setting): Run[] {
  const count = Math.max(0, Math.floor((Math.min(atMs - lastsMs, untilMs) - fromMs) / everyMs) + 1);
  return Array.from({ length: count }, (_, place) => {
    const startedMs = fromMs + place * everyMs;
    const taskId = fingerprint(`${setting.deploymentId} task ${place}`, 32);
    return { taskId, startedMs, stoppedMs: startedMs + lastsMs };
  });
}

/** The tasks that have stopped until then, oldest first, as DescribeTasks has them. */
export function stoppedTasks(
  failing: FailingTasks,
  { cluster, service, taskSetId }: TaskPlace,
  atMs: number,
  setting: Setting,
): Wire<Task>[] {
  const { region, createdAtMs } = setting;
  const at = (ms: number) => wireTime(createdAtMs + ms);
  const taskOf = ({ taskId, startedMs, stoppedMs }: Run): Wire<Task> => ({
    taskArn: `arn:aws:ecs:${region}:${ACCOUNT_ID}:task/${cluster}/${taskId}`,
    clusterArn: `arn:aws:ecs:${region}:${ACCOUNT_ID}:cluster/${cluster}`,
    taskDefinitionArn: taskDefinitionArn(region, service, 42),
    startedBy: taskSetId,
    group: `service:${service}`,
    launchType: "FARGATE",
    desiredStatus: "STOPPED",
    lastStatus: "STOPPED",
    createdAt: at(startedMs),
    stoppingAt: at(stoppedMs - seconds(2)),
    stoppedAt: at(stoppedMs),
    // What must never be shown: it can hold anything.
    overrides: {
      containerOverrides: [{ name: "app", environment: [{ name: "TOKEN", value: "not-for-the-page" }] }],
    },
    ...failing.facts(setting),
  });
  return runsOf(failing, atMs, setting).map((run) => taskOf(run));
}

const MOST_EVENTS = 100;

/** What the service says of them, newest first, as DescribeServices has it. */
export function serviceEvents(
  failing: FailingTasks,
  { service }: TaskPlace,
  atMs: number,
  setting: Setting,
): Wire<ServiceEvent>[] {
  const says = (taskId: string, ms: number, words: string): Wire<ServiceEvent> => ({
    id: fingerprint(`${taskId} ${words}`, 32),
    createdAt: wireTime(setting.createdAtMs + ms),
    message: `(service ${service}) ${words}`,
  });
  return runsOf(failing, atMs, setting)
    .flatMap(({ taskId, startedMs, stoppedMs }) => [
      says(taskId, startedMs, `has started 1 tasks: (task ${taskId}).`),
      says(taskId, stoppedMs, failing.event(taskId)),
    ])
    .toReversed()
    .slice(0, MOST_EVENTS);
}
