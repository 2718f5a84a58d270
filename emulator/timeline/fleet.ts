import { fraction, instanceId } from "./fingerprint.ts";
import type { InstanceCourse } from "./targets/instance-target.ts";
import type { EventPlan, Failure } from "./steps.ts";
import { allSkipped, endOf, inSequence } from "./steps.ts";

/** How a fleet of instances is deployed to. */
export interface FleetPlan {
  /** Makes the instance ids, and the small differences in pace, of this fleet its own. */
  readonly seed: string;
  readonly size: number;
  /** How many instances are worked on at once. */
  readonly concurrency: number;
  readonly startMs: number;
  readonly events: readonly EventPlan[];
  /** Which instances fail, by their place in the fleet, and how. */
  readonly failures?: Readonly<Record<number, Failure>>;
  /** After so many failures no further instance is started. */
  readonly stopsAfterFailures?: number;
}

/** A fleet's courses of events, and when the last of them ends. */
export interface RollOut {
  readonly courses: readonly InstanceCourse[];
  readonly endMs: number;
}

/** Deploys to a fleet, each instance as soon as another one has made room for it. */
export function rollOut(plan: FleetPlan): RollOut {
  const courses: InstanceCourse[] = [];
  const freeAtMs = Array.from({ length: plan.concurrency }, () => plan.startMs);
  const failedAtMs: number[] = [];
  for (let place = 0; place < plan.size; place += 1) {
    const id = instanceId(`${plan.seed} ${place}`);
    const slot = freeAtMs.indexOf(Math.min(...freeAtMs));
    const startMs = freeAtMs[slot] ?? plan.startMs;
    const stoppedAtMs = failedAtMs.toSorted((a, b) => a - b)[(plan.stopsAfterFailures ?? plan.size) - 1];
    if (stoppedAtMs !== undefined && stoppedAtMs <= startMs) {
      courses.push({ instanceId: id, steps: allSkipped(stoppedAtMs, plan.events) });
      continue;
    }
    const failure = plan.failures?.[place];
    const steps = inSequence(startMs, withOwnPace(plan.events, id), failure);
    const endMs = endOf(steps);
    if (failure) failedAtMs.push(endMs);
    freeAtMs[slot] = endMs + 1500;
    courses.push({ instanceId: id, steps });
  }
  return { courses, endMs: Math.max(...courses.map(({ steps }) => endOf(steps))) };
}

function withOwnPace(events: readonly EventPlan[], instance: string): EventPlan[] {
  return events.map((plan) => ({
    ...plan,
    lastsMs: Math.round(plan.lastsMs * (0.7 + 0.6 * fraction(`${instance} ${plan.event}`))),
  }));
}
