import { formatCount } from "../../format/counts.ts";
import { formatDuration } from "../../format/duration.ts";
import type { StoppedTask, TaskSetNow } from "./ecs-service.ts";
import type { StopReason } from "./stop-reason.ts";
import { stopReason } from "./stop-reason.ts";

/** Tasks that stopped for one reason. */
export interface StoppedGroup {
  reason: StopReason;
  tasks: StoppedTask[];
  /** When the last of them stopped (epoch ms). */
  lastMs: number | undefined;
}

/** The tasks that stopped although nobody wanted them to, by reason, the most frequent first. */
export function stoppedGroups(tasks: readonly StoppedTask[]): StoppedGroup[] {
  const groups = new Map<string, StoppedGroup>();
  for (const task of tasks) {
    const reason = stopReason(task);
    if (!reason.isFault) continue;
    const key = `${reason.summary}\n${reason.image}`;
    const group = groups.get(key) ?? { reason, tasks: [], lastMs: undefined };
    group.tasks.push(task);
    group.lastMs = Math.max(group.lastMs ?? 0, task.stoppedMs ?? 0) || undefined;
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((one, other) => other.tasks.length - one.tasks.length);
}

/** What is known of tasks that stopped. */
export interface StoppedTasksOf {
  groups: readonly StoppedGroup[];
  /** Whether they are known to be of the deployment's own task set, and not of another one of the service. */
  isOwn: boolean;
  /** Whether the task set has become steady since the last of them stopped. */
  isSteady: boolean;
}

/** Whether a task set has all of its tasks running, and none has stopped since. */
export function hasBecomeSteady(groups: readonly StoppedGroup[], set: TaskSetNow | undefined): boolean {
  if (set?.stability !== "STEADY_STATE" || set.stabilitySinceMs === undefined) return false;
  const { stabilitySinceMs } = set;
  return groups.every(({ lastMs }) => lastMs !== undefined && lastMs <= stabilitySinceMs);
}

/**
 * "The new tasks keep stopping: 3 within 4m." One that stopped may be an accident, and some that stopped before all ran are over.
 *
 * @param hasEnded whether the deployment has: then nothing keeps on
 */
export function stoppedWords(
  { groups, isOwn, isSteady }: StoppedTasksOf,
  hasEnded: boolean,
): string | undefined {
  const tasks = groups.flatMap((group) => group.tasks);
  if (tasks.length === 0) return undefined;
  if (tasks.length === 1) return isOwn ? "1 new task stopped." : "1 task of the service stopped.";
  const times = tasks
    .flatMap(({ createdMs, stoppedMs }) => [createdMs, stoppedMs])
    .filter((at) => at !== undefined);
  const length = times.length > 0 ? formatDuration(Math.max(...times) - Math.min(...times)) : undefined;
  const within = length === undefined ? "" : ` within ${length}`;
  const count = formatCount(tasks.length);
  if (!hasEnded && !isSteady)
    return `The ${isOwn ? "new" : "service’s"} tasks keep stopping: ${count}${within}.`;
  return isOwn ? `${count} new tasks stopped${within}.` : `${count} tasks of the service stopped${within}.`;
}

/** "3 new tasks stopped within 4m: api exited with code 1." for a deployment that has ended; the reason where all had the same. */
export function stoppedCause(stopped: StoppedTasksOf): string | undefined {
  const words = stoppedWords(stopped, true);
  const [first, ...others] = stopped.groups;
  return words && first && others.length === 0 ? `${words.slice(0, -1)}: ${first.reason.summary}.` : words;
}
