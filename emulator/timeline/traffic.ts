import { minutes } from "./duration.ts";

/** The share of traffic that the replacement gets, in percent, as a function of the time since creation. */
export type TrafficPlan = (atMs: number) => number;

/** So many percent more at every interval, the first of them at once. */
export function linearTraffic(startMs: number, stepPercent: number, everyMs: number): TrafficPlan {
  return (atMs) =>
    atMs < startMs ? 0 : Math.min(100, stepPercent * (1 + Math.floor((atMs - startMs) / everyMs)));
}

/** A first share at once, the rest after a while. */
export function canaryTraffic(startMs: number, firstPercent: number, afterMs: number): TrafficPlan {
  return (atMs) => {
    if (atMs < startMs) return 0;
    return atMs < startMs + afterMs ? firstPercent : 100;
  };
}

/** All traffic in one go. */
export function trafficAtOnce(startMs: number): TrafficPlan {
  return canaryTraffic(startMs, 100, 0);
}

/** A plan that is broken off; the original gets all traffic back. */
export function trafficUntil(plan: TrafficPlan, stoppedAtMs: number): TrafficPlan {
  return (atMs) => (atMs < stoppedAtMs ? plan(atMs) : 0);
}

/** A plan that somebody stops: the shares stay as they are, until the original gets all traffic back, if it does. */
export function stoppedTraffic(plan: TrafficPlan, stoppedAtMs: number, backAtMs = Infinity): TrafficPlan {
  return (atMs) => (atMs < backAtMs ? plan(Math.min(atMs, stoppedAtMs)) : 0);
}

/** How traffic shifts by a deployment configuration. */
export interface Shift {
  /** From the first share to the last. */
  readonly lastsMs: number;
  readonly trafficFrom: (startMs: number) => TrafficPlan;
}

/** The shift that one of AWS's standard configurations of ECS or Lambda plans, by its name; all at once for any other. */
export function shiftOf(configName: string): Shift {
  const [, kind, percent, every] = /(Canary|Linear)(\d+)Percent(?:Every)?(\d+)Minute/.exec(configName) ?? [];
  const everyMs = minutes(Number(every));
  const share = Number(percent);
  if (kind === "Canary") {
    return { lastsMs: everyMs, trafficFrom: (startMs) => canaryTraffic(startMs, share, everyMs) };
  }
  if (kind === "Linear") {
    const lastsMs = (Math.ceil(100 / share) - 1) * everyMs;
    return { lastsMs, trafficFrom: (startMs) => linearTraffic(startMs, share, everyMs) };
  }
  return { lastsMs: 0, trafficFrom: trafficAtOnce };
}
