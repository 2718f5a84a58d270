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
