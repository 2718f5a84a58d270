import type { Deployment } from "../deployments/deployment.ts";
import type { Deployments } from "../deployments/deployments.ts";
import { seconds } from "../timeline/duration.ts";
import { liveSeeds, type LiveSeed, staticSeeds } from "./seed-list.ts";

/** A deployment to show a newcomer, with one sentence of what it is. */
export interface Example {
  readonly region: string;
  readonly deploymentId: string;
  readonly description: string;
}

interface LiveRun {
  readonly seed: LiveSeed;
  /** Newest last. */
  readonly deployments: Deployment[];
  count: number;
}

const pauseMs = seconds(20);
const keptRuns = 4;

/** The demo's deployments: some are over, some move for ever, one run after the other. */
export class Seeds {
  readonly #deployments: Deployments;
  readonly #live: LiveRun[];

  constructor(deployments: Deployments) {
    this.#deployments = deployments;
    this.#live = liveSeeds.map((seed) => ({ seed, deployments: [], count: 0 }));
    for (const run of this.#live) this.#startNext(run, run.seed.atMs);
    for (const { scenario, region, deploymentId, atMs } of staticSeeds) {
      deployments.start(scenario, { region, deploymentId, atMs });
    }
  }

  /** The newest run of every live seed, then the rest. Starts the runs that are due. */
  examples(): Example[] {
    this.#startWhatIsDue();
    const live = this.#live.flatMap(({ seed, deployments }) => {
      const newest = deployments.at(-1);
      return newest
        ? [{ region: seed.region, deploymentId: newest.id, description: seed.scenario.description }]
        : [];
    });
    const others = staticSeeds.map(({ region, deploymentId, scenario }) => ({
      region,
      deploymentId,
      description: scenario.description,
    }));
    return [...live, ...others];
  }

  #startWhatIsDue(): void {
    for (const run of this.#live) {
      let sinceEndMs = overdueMs(run);
      while (sinceEndMs >= 0) {
        this.#startNext(run, sinceEndMs);
        sinceEndMs = overdueMs(run);
      }
    }
  }

  #startNext(run: LiveRun, atMs: number): void {
    const { scenario, region, idPrefix } = run.seed;
    run.count += 1;
    const deploymentId = `d-${idPrefix}${String(run.count).padStart(9 - idPrefix.length, "0")}`;
    run.deployments.push(this.#deployments.start(scenario, { region, deploymentId, atMs, speed: 1 }));
    if (run.deployments.length > keptRuns) {
      const oldest = run.deployments.shift();
      if (oldest) this.#deployments.remove(oldest);
    }
  }
}

/** How long ago the next run should have begun; negative while the newest one is not over. */
function overdueMs({ deployments }: LiveRun): number {
  const newest = deployments.at(-1);
  return newest ? newest.atMs - newest.scenario.lengthMs - pauseMs : 0;
}
