import type { Diagnostics, LifecycleEvent, TargetStatus } from "@aws-sdk/client-codedeploy";
import type { Wire } from "../wire.ts";
import { wireTime } from "../wire.ts";

/** One lifecycle event of one target, with all that will ever happen to it. Times count from the deployment's creation. */
export interface Step {
  readonly event: string;
  readonly outcome: "Succeeded" | "Failed" | "Skipped";
  /** When it starts; for a skipped one, when it becomes known that it will never start. */
  readonly startMs: number;
  readonly endMs: number;
  readonly diagnostics?: Wire<Diagnostics>;
}

/** The end that never comes: a step with it runs for ever. */
export const NEVER = Number.POSITIVE_INFINITY;

/** A lifecycle event that has still to be placed in time. */
export interface EventPlan {
  readonly event: string;
  readonly lastsMs: number;
  readonly diagnostics?: Wire<Diagnostics>;
}

/** Where a run of steps breaks off. */
export interface Failure {
  readonly event: string;
  readonly diagnostics?: Wire<Diagnostics>;
  /** How long the failing event runs, when not as long as it does elsewhere. */
  readonly lastsMs?: number;
}

const PAUSE_BETWEEN_EVENTS_MS = 1100;

/** Places events one after the other. After a failure the rest is skipped. */
export function inSequence(startMs: number, events: readonly EventPlan[], failure?: Failure): Step[] {
  const steps: Step[] = [];
  let cursorMs = startMs;
  let hasFailed = false;
  for (const { event, lastsMs, diagnostics } of events) {
    if (hasFailed) {
      steps.push({ event, outcome: "Skipped", startMs: cursorMs, endMs: cursorMs });
      continue;
    }
    hasFailed = failure?.event === event;
    const endMs = cursorMs + (hasFailed ? (failure?.lastsMs ?? lastsMs) : lastsMs);
    const found = hasFailed ? failure?.diagnostics : (diagnostics ?? SUCCESS);
    steps.push({
      event,
      outcome: hasFailed ? "Failed" : "Succeeded",
      startMs: cursorMs,
      endMs,
      ...(found && { diagnostics: found }),
    });
    cursorMs = hasFailed ? endMs : endMs + PAUSE_BETWEEN_EVENTS_MS;
  }
  return steps;
}

/** Every event skipped, as known from one moment on. */
export function allSkipped(knownAtMs: number, events: readonly EventPlan[]): Step[] {
  return events.map(({ event }) => ({ event, outcome: "Skipped", startMs: knownAtMs, endMs: knownAtMs }));
}

/** When the last of the steps is over. */
export function endOf(steps: readonly Step[]): number {
  return Math.max(0, ...steps.map(({ endMs }) => endMs));
}

/** What a step looks like on the wire at a moment. */
export function lifecycleEventAt(step: Step, atMs: number, createdAtMs: number): Wire<LifecycleEvent> {
  const lifecycleEventName = step.event;
  if (atMs < step.startMs) return { lifecycleEventName, status: "Pending" };
  if (step.outcome === "Skipped") return { lifecycleEventName, status: "Skipped" };
  const startTime = wireTime(createdAtMs + step.startMs);
  if (atMs < step.endMs) return { lifecycleEventName, startTime, status: "InProgress" };
  return {
    ...(step.diagnostics && { diagnostics: step.diagnostics }),
    endTime: wireTime(createdAtMs + step.endMs),
    lifecycleEventName,
    startTime,
    status: step.outcome,
  };
}

/** A target's status follows from its lifecycle events. */
export function statusAt(steps: readonly Step[], atMs: number): TargetStatus {
  if (steps.some(({ outcome, endMs }) => outcome === "Failed" && atMs >= endMs)) return "Failed";
  if (steps.every(({ endMs }) => atMs >= endMs)) {
    return steps.some(({ outcome }) => outcome === "Skipped") ? "Skipped" : "Succeeded";
  }
  return steps.some(({ outcome, startMs }) => outcome !== "Skipped" && atMs >= startMs)
    ? "InProgress"
    : "Pending";
}

/** The latest moment, up to now, at which one of the steps began or ended. */
export function lastChangeAt(steps: readonly Step[], atMs: number): number {
  return Math.max(0, ...steps.flatMap(({ startMs, endMs }) => [startMs, endMs]).filter((ms) => ms <= atMs));
}

/** What the agent reports of work that went well. */
export const SUCCESS: Wire<Diagnostics> = {
  errorCode: "Success",
  scriptName: "",
  message: "Succeeded",
  logTail: "",
};

/** Steps as ECS and Lambda report them: with diagnostics only where something failed. */
export function withoutSuccessDiagnostics(steps: readonly Step[]): Step[] {
  return steps.map((step) => {
    if (step.outcome === "Failed") return step;
    const { diagnostics: _, ...rest } = step;
    return rest;
  });
}

/** When an event starts. */
export function startOf(steps: readonly Step[], event: string): number {
  return steps.find((step) => step.event === event)?.startMs ?? NEVER;
}

/**
 * What a stop makes of steps: what is over stays, what runs has failed, what has not begun is skipped.
 * @param endOfRunning when an event that runs ends; at once, unless told
 */
export function stopSteps(
  steps: readonly Step[],
  stoppedAtMs: number,
  endOfRunning: (running: Step) => number = () => stoppedAtMs,
): Step[] {
  return steps.map((step) => {
    if (step.endMs <= stoppedAtMs) return step;
    if (step.startMs >= stoppedAtMs) {
      return { event: step.event, outcome: "Skipped", startMs: stoppedAtMs, endMs: stoppedAtMs };
    }
    return { event: step.event, outcome: "Failed", startMs: step.startMs, endMs: endOfRunning(step) };
  });
}

/** Does a step run at a moment? */
export function isRunning({ outcome, startMs, endMs }: Step, atMs: number): boolean {
  return outcome !== "Skipped" && startMs < atMs && endMs > atMs;
}
