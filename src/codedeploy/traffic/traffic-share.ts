import { formatCountOf } from "../../format/counts.ts";
import type { Target } from "../targets/target.ts";
import type { PlannedStep, TrafficStep } from "./traffic-plan.ts";
import { trafficProgress } from "./traffic-plan.ts";
import { traffic } from "./traffic.ts";

/** How much of the production traffic is on what is being deployed. */
export interface TrafficShare {
  /** From 0 to 100; of several targets that of the one that has the least. */
  percent: number;
  /** How many targets shift traffic. */
  targetCount: number;
  /** The shares after each planned shift but the last, in percent. */
  ticks: number[];
  /** The planned shift that is due next; absent where none is, or no plan is known. */
  next: PlannedStep | undefined;
}

/** Of more shifts than these none is marked. */
const MAX_TICKS = 20;

/**
 * The share of the traffic on the new version, over all targets; `undefined` where no target reports any, or not all do.
 *
 * @param plan the shifts that the deployment's configuration plans, where it is known
 */
export function trafficShare(
  targets: readonly Target[],
  plan: readonly TrafficStep[] | undefined,
): TrafficShare | undefined {
  const shares = targets.flatMap((target) => {
    const split = traffic(target);
    return split ? [{ target, percent: split.replacement?.percent }] : [];
  });
  let least: { target: Target; percent: number } | undefined;
  for (const { target, percent } of shares) {
    if (percent === undefined) return undefined;
    if (!least || percent < least.percent) least = { target, percent };
  }
  if (!least) return undefined;
  const ticks = plan?.slice(0, -1).map((step) => step.percent) ?? [];
  return {
    percent: least.percent,
    targetCount: shares.length,
    ticks: ticks.length > MAX_TICKS ? [] : ticks,
    next: plan && trafficProgress(plan, least.target).find(({ state }) => state === "next"),
  };
}

/**
 * The share in words: "40% of the traffic is on the new version".
 *
 * @param newVersion what the new version is called on the deployment's platform
 */
export function trafficShareWords({ percent, targetCount }: TrafficShare, newVersion: string): string {
  const amount =
    percent === 100 ? "All traffic" : percent === 0 ? "No traffic" : `${percent}% of the traffic`;
  if (targetCount === 1) return `${amount} is on ${newVersion}`;
  if (percent === 100) return `All traffic of ${formatCountOf(targetCount, "target")} is on ${newVersion}`;
  return `${amount} is on ${newVersion} of the target that is least far, of ${formatCountOf(targetCount, "target")}`;
}
