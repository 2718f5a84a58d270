import type { Deployment } from "../deployments/deployment.ts";
import type { Deployments } from "../deployments/deployments.ts";
import { requireScenario } from "../scenarios/catalogue.ts";
import { minutes, seconds } from "../timeline/duration.ts";
import { fullLengthMs } from "../timeline/scenario.ts";
import type { LiveSeed, StaticSeed } from "./seed-list.ts";
import { LIVE_SEEDS, PAST_GROUP, STATIC_SEEDS } from "./seed-list.ts";

/** A deployment to show a newcomer, with one sentence of what it is. */
export interface Example {
  readonly region: string;
  readonly deploymentId: string;
  readonly description: string;
}

interface LiveRuns {
  readonly seed: LiveSeed;
  count: number;
  /** The latest of them, newest last. */
  readonly deployments: Deployment[];
}

const PAUSE_MS = seconds(20);
const KEPT_RUNS = 4;
/** Enough to say what is usual. */
const PAST_RUNS = 4;
const AGE_STEP_MS = minutes(47);

/** The demo's deployments: some are over, some move for ever, one run after the other. */
export class Seeds {
  readonly #deployments: Deployments;
  readonly #live: readonly LiveRuns[];
  readonly #still: readonly Deployment[];

  constructor(deployments: Deployments) {
    this.#deployments = deployments;
    // What a newcomer creates moves, also in the group of a deployment that stands still.
    deployments.createdSpeed = 1;
    this.#live = LIVE_SEEDS.map((seed) => ({ seed, count: 0, deployments: [] }));
    for (const runs of this.#live) this.#startNext(runs, runs.seed.atMs);
    this.#still = STATIC_SEEDS.map((seed, place) => startStill(deployments, seed, place));
    startPast(deployments);
  }

  /** The newest run of every live seed, then those that stand still. Starts the runs that are due. */
  examples(): Example[] {
    for (const runs of this.#live) this.#startWhatIsDue(runs);
    const newest = this.#live.flatMap(({ deployments }) => deployments.slice(-1));
    return [...newest.map((run) => exampleOf(run, "Live: ")), ...this.#still.map((run) => exampleOf(run))];
  }

  #startWhatIsDue(runs: LiveRuns): void {
    let overdueMs = overdueMsOf(runs);
    while (overdueMs >= 0) {
      this.#startNext(runs, overdueMs);
      overdueMs = overdueMsOf(runs);
    }
  }

  #startNext(runs: LiveRuns, atMs: number): void {
    const { scenario, region, idPrefix } = runs.seed;
    runs.count += 1;
    const deploymentId = `d-${idPrefix}${String(runs.count).padStart(9 - idPrefix.length, "0")}`;
    const options = { region, deploymentId, atMs, speed: 1, pastRuns: runs.count === 1 ? PAST_RUNS : 0 };
    runs.deployments.push(this.#deployments.start(requireScenario(scenario), options));
    const surplus = runs.deployments.splice(0, runs.deployments.length - KEPT_RUNS);
    for (const deployment of surplus) this.#deployments.remove(deployment);
  }
}

function exampleOf({ id, setting, scenario }: Deployment, prefix = ""): Example {
  return { region: setting.region, deploymentId: id, description: prefix + scenario.description };
}

/** How long ago the next run should have begun; negative while the newest one is not over. */
function overdueMsOf({ deployments }: LiveRuns): number {
  const newest = deployments.at(-1);
  return newest ? newest.atMs - fullLengthMs(newest.scenario) - PAUSE_MS : -1;
}

/** @param place later ones are older, so that the list looks like a history */
function startStill(deployments: Deployments, seed: StaticSeed, place: number): Deployment {
  const scenario = requireScenario(seed.scenario);
  const { region, deploymentId, moment } = seed;
  const atMs = scenario.moments[moment ?? ""] ?? fullLengthMs(scenario);
  const createdAgoMs = fullLengthMs(scenario) + AGE_STEP_MS * (place + 1);
  return deployments.start(scenario, { region, deploymentId, atMs, createdAgoMs, pastRuns: PAST_RUNS });
}

/**
 * A group with a past to look into, as much of it as needs paging. A group of its own: the scenarios' groups have the few past
 * deployments that say what is usual, in the demo as in the tests.
 */
function startPast(deployments: Deployments): void {
  const scenario = requireScenario("ec2-succeeded");
  deployments.start(scenario, {
    ...PAST_GROUP,
    deploymentId: "d-HISTORY01",
    atMs: fullLengthMs(scenario),
    createdAgoMs: fullLengthMs(scenario) + AGE_STEP_MS,
    history: 300,
  });
}
