import { minutes, seconds } from "./duration.ts";
import { ecsEvents } from "./lifecycle-events.ts";
import type { NextCourse, Phase, Target } from "./scenario.ts";
import type { Step } from "./steps.ts";
import { endOf, inSequence, NEVER, startOf, stopSteps, withoutSuccessDiagnostics } from "./steps.ts";
import { shiftOf } from "./traffic.ts";
import type { EndedWaits, WaitingRun } from "./waits.ts";
import { goingOn, readyPhases, terminationPhases } from "./waits.ts";

/** How an ECS blue/green deployment proceeds when nothing goes wrong. */
export interface EcsPlan {
  /** Makes its one target of how that fares. */
  readonly target: (course: NextCourse & { readonly replacementEndsAtMs?: number }) => Target;
  /** When it is in progress. */
  readonly startMs: number;
  /** The deployment configuration, which says how traffic shifts. */
  readonly configName: string;
  /** How long it waits at Ready for somebody to reroute traffic, until it is stopped; without it, it goes on by itself. */
  readonly readyMinutes?: number;
  /** How long the original's tasks are kept after the shift. */
  readonly terminationMinutes: number;
}

/** A deployment's course, and the times at which it changes. */
export interface EcsRun extends WaitingRun {
  readonly shiftMs: number;
  readonly readyMs: number;
  /** When its last lifecycle event is over. */
  readonly shiftedMs: number;
}

const IN_PROGRESS = { hasOverview: false };
const TERMINATING_MS = seconds(10);

/** Deploys to an ECS service: Install, test traffic, the shift, and the waits before and after it. */
export function ecsRun(plan: EcsPlan, ended: EndedWaits = {}): EcsRun {
  const shift = shiftOf(plan.configName);
  const unwaited = withoutSuccessDiagnostics(
    inSequence(plan.startMs, ecsEvents(shift.lastsMs + seconds(14))),
  );
  const readyMs = startOf(unwaited, "BeforeAllowTraffic");
  const waitMs = minutes(plan.readyMinutes ?? 0);
  const isGivenUp = plan.readyMinutes !== undefined && ended.READY_WAIT === undefined;
  const goesOnMs = ended.READY_WAIT ?? readyMs + waitMs;
  const moved = unwaited.map((step) => (step.startMs < readyMs ? step : later(step, goesOnMs - readyMs)));
  const steps = isGivenUp ? stopSteps(moved, goesOnMs) : moved;
  const shiftMs = isGivenUp ? NEVER : startOf(steps, "AllowTraffic") + seconds(2);
  const lastShareMs = shiftMs + shift.lastsMs;
  const shiftedMs = endOf(steps);
  const terminatesMs =
    ended.TERMINATION_WAIT ??
    Math.max(lastShareMs + minutes(plan.terminationMinutes) - TERMINATING_MS, shiftedMs);
  const doneMs = isGivenUp ? goesOnMs : terminatesMs + TERMINATING_MS;
  const rest: Phase[] = isGivenUp
    ? [{ fromMs: goesOnMs, status: "Stopped", facts: { rollbackInfo: {} } }]
    : terminationPhases([shiftedMs, terminatesMs, doneMs], IN_PROGRESS);
  return {
    shiftMs,
    readyMs,
    shiftedMs,
    doneMs,
    phases: [
      { fromMs: 0, status: "Created" },
      { fromMs: plan.startMs, status: "InProgress", ...IN_PROGRESS },
      ...(plan.readyMinutes === undefined ? [] : readyPhases(readyMs, ended.READY_WAIT, IN_PROGRESS)),
      ...rest,
    ],
    targets: [
      plan.target({
        steps,
        traffic: shift.trafficFrom(shiftMs),
        ...(isGivenUp
          ? { replacementEndsAtMs: goesOnMs }
          : { swapsAtMs: lastShareMs, originalEndsAtMs: doneMs - seconds(8) }),
      }),
    ],
    continued: (wait, atMs) => goingOn(ecsRun(plan, { ...ended, [wait]: atMs })),
  };
}

function later({ startMs, endMs, ...step }: Step, byMs: number): Step {
  return { ...step, startMs: startMs + byMs, endMs: endMs + byMs };
}
