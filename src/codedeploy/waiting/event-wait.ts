import { eventDoer } from "../targets/event-doer.ts";
import type { EventDoer } from "../targets/event-doer.ts";
import { targetStatusFacts } from "../targets/target-status.ts";
import type { Target } from "../targets/target.ts";
import { traffic } from "../traffic/traffic.ts";
import { isFromPreviousRevision } from "../failure/target-failure.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long a wait has lasted, and may last. */
export interface WaitClock {
  /** When the wait began (epoch ms). */
  sinceMs: number;
  /** When AWS ends it (epoch ms); absent where it has no limit that is known. */
  untilMs: number | undefined;
}

/** What one target waits for within its lifecycle. Without a `clock` the beginning is not known. */
export interface EventWait {
  /**
   * `script`: a script runs on the instance. `hook`: a Lambda function has to call back. `agent`: the agent does the
   * work of the event itself. `tasks`: tasks of a replacement task set have to start and become healthy. `step`: CodeDeploy
   * does the work of the event itself. `event`: it is not known who does it. `begin`: the agent has not begun the next event.
   * `next`: nor has CodeDeploy.
   */
  kind: "script" | "hook" | "agent" | "tasks" | "step" | "event" | "begin" | "next";
  event: string;
  clock: WaitClock | undefined;
  /** Of `tasks`, where ECS reports them. */
  tasks?: { running: number; desired: number };
}

/** What is waited for while an event runs, and how long at most. */
const RUNNING: Readonly<Record<EventDoer, { kind: EventWait["kind"]; limitMs?: number }>> = {
  // The default of a script, and the longest that all scripts of an event may take together.
  script: { kind: "script", limitMs: HOUR_MS },
  agent: { kind: "agent", limitMs: HOUR_MS },
  hook: { kind: "hook", limitMs: HOUR_MS },
  tasks: { kind: "tasks", limitMs: HOUR_MS },
  "load-balancer": { kind: "step" },
  traffic: { kind: "step" },
  unknown: { kind: "event" },
};

const BEGIN_LIMIT_MS = 5 * MINUTE_MS;

/**
 * What a target that is in progress waits for; `undefined` for any other.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html
 */
export function eventWait(target: Target): EventWait | undefined {
  const { status, events, facts } = target;
  if (status !== "InProgress") return undefined;
  const running = events.find((event) => event.status === "InProgress");
  if (!running) return nextWait(target);
  const { kind, limitMs } = RUNNING[eventDoer(running.name, facts.kind)];
  const tasks = kind === "tasks" ? tasksOf(target) : undefined;
  return { kind, event: running.name, clock: clockFrom(running.startMs, limitMs), ...(tasks && { tasks }) };
}

/** The event that comes next on an instance; nothing where one has failed, after which the others are skipped. */
function nextWait({ events, facts }: Target): EventWait | undefined {
  const nextIndex = events.findIndex((event) => event.status === "Pending");
  const next = events[nextIndex];
  const hasFailed = events.some(({ status, name }) => status === "Failed" && !isFromPreviousRevision(name));
  if (!next || hasFailed || facts.kind !== "instance") return undefined;
  const before = events.slice(0, nextIndex).findLast((event) => targetStatusFacts(event.status).isFinal);
  const doer = eventDoer(next.name, facts.kind);
  if (doer !== "script" && doer !== "agent") {
    return { kind: "next", event: next.name, clock: clockFrom(before?.endMs, undefined) };
  }
  return { kind: "begin", event: next.name, clock: clockFrom(before?.endMs, BEGIN_LIMIT_MS) };
}

function tasksOf(target: Target): EventWait["tasks"] {
  const { runningCount, desiredCount } = traffic(target)?.replacement?.taskSet ?? {};
  if (runningCount === undefined || desiredCount === undefined) return undefined;
  return { running: runningCount, desired: desiredCount };
}

/** The clock of a wait that began at `sinceMs`; `undefined` where its beginning is not known. */
export function clockFrom(sinceMs: number | undefined, lengthMs: number | undefined): WaitClock | undefined {
  if (sinceMs === undefined) return undefined;
  return { sinceMs, untilMs: lengthMs === undefined ? undefined : sinceMs + lengthMs };
}
