import { againEvents } from "./lifecycle-events.ts";
import type { Target } from "./scenario.ts";
import { endOf, inSequence } from "./steps.ts";
import { trafficAtOnce } from "./traffic.ts";

/** How the instances of a group are deployed to once more. */
interface InstancesPlan {
  readonly startMs: number;
  /** The deployment configuration, which says how many at once. */
  readonly configName: string;
  /** Whether it takes back what the deployment before it did. */
  readonly isRollback: boolean;
}

const PAUSE_MS = 1_500;

/** Deploys to the same instances again, each as soon as the configuration has room for it. */
export function instancesAgain(targets: readonly Target[], plan: InstancesPlan): Target[] {
  const { startMs, isRollback } = plan;
  const isBlueGreen = targets.some(({ label }) => label !== undefined);
  const count = isBlueGreen ? targets.length : atOnce(plan.configName, targets.length);
  const freeAtMs = Array.from({ length: Math.max(1, count) }, () => startMs);
  return targets.flatMap((target): Target[] => {
    const slot = freeAtMs.indexOf(Math.min(...freeAtMs));
    const events = againEvents(target.steps ?? [], isRollback ? target.label : undefined);
    const steps = inSequence(freeAtMs[slot] ?? startMs, events);
    const next = target.again?.({ steps, traffic: trafficAtOnce(startMs), isRollback });
    if (!next) return [];
    freeAtMs[slot] = endOf(steps) + PAUSE_MS;
    return [next];
  });
}

/** How many instances a configuration lets be deployed to at the same time; a fifth of them for one of somebody's own. */
function atOnce(configName: string, size: number): number {
  if (configName.endsWith(".OneAtATime")) return 1;
  if (configName.endsWith(".AllAtOnce")) return size;
  return Math.floor(size / (configName.endsWith(".HalfAtATime") ? 2 : 5));
}
