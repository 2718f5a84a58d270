import { minutes, seconds } from "./duration.ts";
import { blueGreenFleets } from "./ec2-blue-green-fleets.ts";
import type { FactsIn, Phase, Play } from "./scenario.ts";
import type { EndedWaits, WaitingRun } from "./waits.ts";
import { goingOn, readyPhases, terminationPhases } from "./waits.ts";

/** How an EC2 blue/green deployment proceeds when nothing goes wrong. */
export interface BlueGreenPlan {
  readonly seed: string;
  readonly size: number;
  /** When its targets are known, and what is known with them; installation begins then, or a little later. */
  readonly provisionedMs: number;
  readonly provisionedFacts?: FactsIn;
  readonly installMs: number;
  /** When traffic is rerouted, or when it is ready and how long it then waits for somebody to reroute traffic. */
  readonly reroute: { readonly atMs: number } | { readonly readyMs: number; readonly waitMinutes: number };
  /** How long the original instances are kept after the shift; without it they are kept for ever. */
  readonly terminationMinutes?: number;
}

/** A deployment's course, and when all traffic has moved. */
export interface BlueGreenRun extends WaitingRun {
  readonly reroutedMs: number;
}

/** What AWS says when nobody rerouted traffic in time. */
const GIVEN_UP: FactsIn = {
  errorInformation: {
    code: "TIMEOUT",
    message:
      "The deployment was stopped because traffic was not rerouted to the replacement environment within the wait time.",
  },
  rollbackInfo: {},
};

/** Deploys to a replacement fleet and moves the traffic there, with the waits before and after. */
export function blueGreenRun(plan: BlueGreenPlan, ended: EndedWaits = {}): BlueGreenRun {
  const { reroute, provisionedMs, installMs, seed, size } = plan;
  const ready = "readyMs" in reroute ? reroute : undefined;
  const goesOnMs = "atMs" in reroute ? reroute.atMs : ended.READY_WAIT;
  const givenUpMs = ready && goesOnMs === undefined ? ready.readyMs + minutes(ready.waitMinutes) : undefined;
  const fleets = blueGreenFleets({
    seed,
    size,
    installMs,
    ...(goesOnMs !== undefined && { rerouteMs: goesOnMs }),
    ...(givenUpMs !== undefined && { givenUpMs }),
  });
  const end = givenUpMs === undefined ? endPhases(plan, fleets.reroutedMs, ended) : undefined;
  const phases: Play["phases"] = [
    { fromMs: 0, status: "Created" },
    { fromMs: seconds(4), status: "InProgress", hasTargets: false },
    {
      fromMs: provisionedMs,
      status: "InProgress",
      ...(plan.provisionedFacts && { facts: plan.provisionedFacts }),
    },
    ...(ready ? readyPhases(ready.readyMs, goesOnMs) : []),
    ...(end ?? [{ fromMs: givenUpMs ?? 0, status: "Stopped", facts: GIVEN_UP } satisfies Phase]),
  ];
  return {
    reroutedMs: fleets.reroutedMs,
    doneMs: phases.at(-1)?.fromMs ?? 0,
    phases,
    targets: fleets.targets,
    continued: (wait, atMs) => goingOn(blueGreenRun(plan, { ...ended, [wait]: atMs })),
  };
}

function endPhases({ terminationMinutes }: BlueGreenPlan, reroutedMs: number, ended: EndedWaits): Phase[] {
  if (terminationMinutes === undefined) return [{ fromMs: reroutedMs + seconds(4), status: "Succeeded" }];
  const terminatesMs = ended.TERMINATION_WAIT ?? reroutedMs + minutes(terminationMinutes);
  return terminationPhases([reroutedMs + seconds(2), terminatesMs, terminatesMs + seconds(20)], {
    facts: { instanceTerminationWaitTimeStarted: true },
  });
}
