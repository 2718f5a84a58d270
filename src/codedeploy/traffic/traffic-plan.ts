import type { TrafficRoutingType } from "@aws-sdk/client-codedeploy";
import type { DeploymentConfigInfo } from "../settings/deployment-config.ts";
import { keyedEvents } from "../targets/event-columns.ts";
import { lookUp } from "../../values/look-up.ts";
import type { Target } from "../targets/target.ts";
import { targetStatusFacts } from "../targets/target-status.ts";
import { traffic } from "./traffic.ts";

/** One planned shift: from then on the replacement gets `percent` (1 to 100) of the traffic. */
export interface TrafficStep {
  percent: number;
  /** After the first shift. */
  afterMs: number;
}

const MINUTE_MS = 60_000;

type Routing = NonNullable<DeploymentConfigInfo["trafficRoutingConfig"]>;

const PLANNERS: Readonly<Record<TrafficRoutingType, (routing: Routing) => TrafficStep[] | undefined>> = {
  AllAtOnce: () => [{ percent: 100, afterMs: 0 }],
  TimeBasedCanary: ({ timeBasedCanary }) =>
    steps(timeBasedCanary?.canaryPercentage, timeBasedCanary?.canaryInterval, 2),
  TimeBasedLinear: ({ timeBasedLinear }) =>
    steps(timeBasedLinear?.linearPercentage, timeBasedLinear?.linearInterval, Number.POSITIVE_INFINITY),
};

/**
 * The shifts that a configuration plans; `undefined` where it plans none or its rules cannot be read.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_TrafficRoutingConfig.html
 */
export function trafficPlan(config: DeploymentConfigInfo): TrafficStep[] | undefined {
  const routing = config.trafficRoutingConfig;
  return routing && lookUp(PLANNERS, routing.type)?.(routing);
}

/** Steps of `percent` every `minutes`, the last of them up to 100; with two steps only, the second is the rest. */
function steps(
  percent: number | undefined,
  minutes: number | undefined,
  count: number,
): TrafficStep[] | undefined {
  if (!isWholeIn(percent, 1, 100) || !isWholeIn(minutes, 0, 1_000_000)) return undefined;
  const length = Math.min(count, Math.ceil(100 / percent));
  return Array.from({ length }, (_, index) => ({
    percent: index === length - 1 ? 100 : percent * (index + 1),
    afterMs: minutes * MINUTE_MS * index,
  }));
}

/** A planned shift against what has happened. */
export interface PlannedStep {
  percent: number;
  /** When it is due (epoch ms), counted from the start of AllowTraffic; absent where AWS sent no such start. */
  dueMs: number | undefined;
  /** `off`: the shift has ended, and what is not done by then will not be. */
  state: "done" | "next" | "ahead" | "off";
}

/**
 * The plan against the target's own weights, not against the clock: a step is done when the replacement has got
 * as much, or AllowTraffic has succeeded. The first is taken as AllowTraffic starts.
 */
export function trafficProgress(plan: readonly TrafficStep[], target: Target): PlannedStep[] {
  const event = keyedEvents(target).get("AllowTraffic");
  const percent = event?.status === "Succeeded" ? 100 : (traffic(target)?.replacement?.percent ?? 0);
  const isOver = [target.status, event?.status].some((status) => targetStatusFacts(status).isFinal);
  let isNext = true;
  return plan.map((step): PlannedStep => {
    const dueMs = event?.startMs === undefined ? undefined : event.startMs + step.afterMs;
    if (percent >= step.percent) return { percent: step.percent, dueMs, state: "done" };
    if (isOver) return { percent: step.percent, dueMs: undefined, state: "off" };
    const state = isNext ? "next" : "ahead";
    isNext = false;
    return { percent: step.percent, dueMs, state };
  });
}

function isWholeIn(value: number | undefined, min: number, max: number): value is number {
  return value !== undefined && Number.isInteger(value) && value >= min && value <= max;
}
