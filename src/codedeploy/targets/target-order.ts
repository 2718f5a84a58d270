import type { Tone } from "../deployment/status.ts";
import type { TargetEntry, TargetList } from "./target-list.ts";
import { targetOf } from "./target-list.ts";
import { targetStatusFacts } from "./target-status.ts";

/** What wants attention stands first; everything else keeps its order. */
const RANKS: Readonly<Partial<Record<Tone, number>>> = { fail: 0, run: 1 };
const LAST_RANK = 2;

/** The ids of all targets: failed first, then running, then the rest, each in the order in which AWS lists them. */
export function targetOrder({ ids, entries }: TargetList): string[] {
  return ids.toSorted((one, other) => rank(entries.get(one)) - rank(entries.get(other)));
}

function rank(entry: TargetEntry | undefined): number {
  const target = targetOf(entry);
  return (target && RANKS[targetStatusFacts(target.status).tone]) ?? LAST_RANK;
}
