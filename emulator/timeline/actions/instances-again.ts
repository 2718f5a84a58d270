import { againEvents } from "../lifecycle-events.ts";
import type { Target } from "../scenario.ts";
import type { Step } from "../steps.ts";
import { endOf, inSequence } from "../steps.ts";
import { trafficAtOnce } from "../traffic.ts";

/** How the instances of a group are deployed to once more. */
interface InstancesPlan {
  readonly startMs: number;
  /** The deployment configuration, which says how many at once. */
  readonly configName: string;
  /** Whether it takes back what the deployment before it did. */
  readonly isRollback: boolean;
  /** Whether the application is only started again, from what is on the instances. */
  readonly isRestart?: boolean;
  /** Whether a deployment goes on after a failure of ApplicationStop, whose script comes from the revision before. */
  readonly ignoresApplicationStop?: boolean;
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
    const wanted = plan.isRestart ? events.filter(({ event }) => !OF_REVISION.has(event)) : events;
    const stop = plan.ignoresApplicationStop ? undefined : failedStopOf(target);
    const steps = inSequence(freeAtMs[slot] ?? startMs, wanted, stop);
    const next = target.again?.({ steps, traffic: trafficAtOnce(startMs), isRollback });
    if (!next) return [];
    freeAtMs[slot] = endOf(steps) + PAUSE_MS;
    return [next];
  });
}

/** The events that bring a revision to an instance. */
const OF_REVISION: ReadonlySet<string> = new Set([
  "DownloadBundle",
  "BeforeInstall",
  "Install",
  "AfterInstall",
]);

/** The script of ApplicationStop is still that of the revision before: what failed in it fails again. */
function failedStopOf({ steps = [] }: Target): Step | undefined {
  return steps.find(({ event, outcome }) => event === "ApplicationStop" && outcome === "Failed");
}

/** How many instances a configuration lets be deployed to at the same time; a fifth of them for one of somebody's own. */
function atOnce(configName: string, size: number): number {
  if (configName.endsWith(".OneAtATime")) return 1;
  if (configName.endsWith(".AllAtOnce")) return size;
  return Math.floor(size / (configName.endsWith(".HalfAtATime") ? 2 : 5));
}
