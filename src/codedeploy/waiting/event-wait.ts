import type { LifecycleEvent } from "../targets/lifecycle-event.ts";
import { targetStatusFacts } from "../targets/target-status.ts";
import type { Target } from "../targets/target.ts";
import { traffic } from "../traffic/traffic.ts";
import { lookUp } from "../../values/look-up.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A limit that AWS sets to a wait. */
export interface WaitClock {
  /** When the wait began (epoch ms). */
  sinceMs: number;
  /** When AWS ends it (epoch ms). */
  untilMs: number;
}

/** What one target waits for within its lifecycle. Without a `clock` the beginning or the limit is not known. */
export interface EventWait {
  /**
   * `script`: a script runs on the instance. `hook`: a Lambda function has to call back. `begin`: the agent has
   * not begun the next event. `agent`: the agent does the work of the event itself. `tasks`: tasks of a replacement task set
   * have to start and become healthy. `step`: CodeDeploy does the work of the event itself.
   */
  kind: "script" | "hook" | "begin" | "agent" | "tasks" | "step";
  event: string;
  clock: WaitClock | undefined;
  /** Of `tasks`, where ECS reports them. */
  tasks?: { running: number; desired: number };
}

/** Who does the events to which no script or hook can be attached. */
const DONE_BY: Readonly<Record<"instance" | "other", Readonly<Record<string, EventWait["kind"]>>>> = {
  instance: { DownloadBundle: "agent", Install: "agent", BlockTraffic: "step", AllowTraffic: "step" },
  other: { Install: "tasks", AllowTraffic: "step", AllowTestTraffic: "step" },
};

const LIMITS_MS: Readonly<Record<EventWait["kind"], number | undefined>> = {
  // The default of a script, and the longest that all scripts of an event may take together.
  script: HOUR_MS,
  hook: HOUR_MS,
  begin: 5 * MINUTE_MS,
  agent: HOUR_MS,
  tasks: HOUR_MS,
  step: undefined,
};

/**
 * What a target that is in progress waits for; `undefined` for any other.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html
 */
export function eventWait(target: Target): EventWait | undefined {
  const { status, events, facts } = target;
  if (status !== "InProgress") return undefined;
  const running = events.find((event) => event.status === "InProgress");
  const isInstance = facts.kind === "instance";
  if (running) {
    const kind = kindOf(running, isInstance);
    const tasks = kind === "tasks" ? tasksOf(target) : undefined;
    return {
      kind,
      event: running.name,
      clock: clockFrom(running.startMs, LIMITS_MS[kind]),
      ...(tasks && { tasks }),
    };
  }
  const nextIndex = events.findIndex((event) => event.status === "Pending");
  const next = events[nextIndex];
  if (!next || !isInstance) return undefined;
  const before = events.slice(0, nextIndex).findLast((event) => targetStatusFacts(event.status).isFinal);
  return { kind: "begin", event: next.name, clock: clockFrom(before?.endMs, LIMITS_MS.begin) };
}

function kindOf({ name }: LifecycleEvent, isInstance: boolean): EventWait["kind"] {
  const own = lookUp(DONE_BY[isInstance ? "instance" : "other"], name);
  return own ?? (isInstance ? "script" : "hook");
}

function tasksOf(target: Target): EventWait["tasks"] {
  const { runningCount, desiredCount } = traffic(target)?.replacement?.taskSet ?? {};
  if (runningCount === undefined || desiredCount === undefined) return undefined;
  return { running: runningCount, desired: desiredCount };
}

/** The clock of a wait that began at `sinceMs`; `undefined` where its beginning or its length is not known. */
export function clockFrom(sinceMs: number | undefined, lengthMs: number | undefined): WaitClock | undefined {
  if (sinceMs === undefined || lengthMs === undefined) return undefined;
  return { sinceMs, untilMs: sinceMs + lengthMs };
}
