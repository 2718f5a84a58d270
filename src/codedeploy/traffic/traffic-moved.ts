import { formatCount } from "../../format/counts.ts";
import type { Target } from "../targets/target.ts";
import { traffic } from "./traffic.ts";

/**
 * The share of the traffic that the replacement gets on all of the targets, in percent (0 to 100); `undefined` where a target
 * does not tell, or they differ.
 */
export function movedPercent(targets: readonly Target[]): number | undefined {
  const [first, ...rest] = targets.map((target) => traffic(target)?.replacement?.percent);
  return rest.every((percent) => percent === first) ? first : undefined;
}

/** Where the traffic is, as a sentence; `undefined` where it is not known. */
export function movedWords(percent: number | undefined): string | undefined {
  if (percent === undefined) return undefined;
  if (percent === 0) return "No traffic has moved.";
  if (percent === 100) return "All traffic is on the replacement.";
  return `The replacement gets ${formatCount(percent)}% of the traffic.`;
}
