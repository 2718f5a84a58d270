import { instanceId } from "./fingerprint.ts";
import { instanceTarget } from "./targets/instance-target.ts";
import { BLUE_TRAFFIC_EVENTS, IN_PLACE_EVENTS, GREEN_TRAFFIC_EVENTS } from "./lifecycle-events.ts";
import type { EventPlan, Step } from "./steps.ts";
import { allSkipped, endOf, inSequence } from "./steps.ts";
import type { Target } from "./scenario.ts";

/** How an EC2 blue/green deployment proceeds. */
export interface BlueGreenFleetsPlan {
  readonly seed: string;
  readonly size: number;
  /** When the replacement instances are there and installation begins. */
  readonly installMs: number;
  /** When traffic is rerouted; undefined when it never is. */
  readonly rerouteMs?: number;
  /** When a deployment that never rerouted gives up. */
  readonly givenUpMs?: number;
}

/** The original and the replacement instances as targets, and when traffic has been rerouted. */
export interface BlueGreenFleets {
  readonly targets: readonly Target[];
  readonly installedMs: number;
  readonly reroutedMs: number;
}

/** Installs on the replacement fleet, and moves traffic from the one fleet to the other. */
export function blueGreenFleets(plan: BlueGreenFleetsPlan): BlueGreenFleets {
  const places = Array.from({ length: plan.size }, (_, place) => place);
  const install = (place: number) => inSequence(plan.installMs + place * 1_300, IN_PLACE_EVENTS);
  const installedMs = Math.max(...places.map((place) => endOf(install(place))));
  const green = places.map((place) => {
    const steps = [...install(place), ...traffic(plan, GREEN_TRAFFIC_EVENTS, place * 900)];
    const readyMs = endOf(install(place));
    return { place, steps, readyMs };
  });
  const blue = places.map((place) => ({
    place,
    steps: traffic(plan, BLUE_TRAFFIC_EVENTS, 15_000 + place * 700),
  }));
  return {
    installedMs,
    reroutedMs: Math.max(...[...green, ...blue].map(({ steps }) => endOf(steps))),
    targets: [
      ...green.map(({ place, steps, readyMs }) =>
        instanceTarget({
          instanceId: instanceId(`${plan.seed} green ${place}`),
          label: "Green",
          steps,
          statusAt: (atMs) => (isBetween(atMs, readyMs, rerouteOrEnd(plan)) ? "Ready" : undefined),
        }),
      ),
      ...blue.map(({ place, steps }) =>
        instanceTarget({ instanceId: instanceId(`${plan.seed} blue ${place}`), label: "Blue", steps }),
      ),
    ],
  };
}

function traffic(plan: BlueGreenFleetsPlan, events: readonly EventPlan[], delayMs: number): Step[] {
  return plan.rerouteMs === undefined
    ? allSkipped(rerouteOrEnd(plan), events)
    : inSequence(plan.rerouteMs + delayMs, events);
}

function rerouteOrEnd({ rerouteMs, givenUpMs }: BlueGreenFleetsPlan): number {
  return rerouteMs ?? givenUpMs ?? Number.POSITIVE_INFINITY;
}

function isBetween(value: number, from: number, until: number): boolean {
  return value >= from && value < until;
}
