import type { Tone } from "../deployment/status.ts";
import type { TargetEntry, TargetList } from "./target-list.ts";
import { targetOf } from "./target-list.ts";
import { targetStatusFacts } from "./target-status.ts";
import { stateKey } from "./target-summary.ts";

/** What a person looks for among the targets; an absent or empty member excludes nothing. */
export interface TargetQuery {
  /** Part of the id or of the ARN, in any case. */
  text?: string;
  /** As {@link stateKey} gives it. */
  state?: string;
  /** `Blue` or `Green`. */
  label?: string;
}

/** Those of `ids` that match every part of the query, in their order. */
export function searchTargets(list: TargetList, ids: readonly string[], query: TargetQuery): string[] {
  const text = (query.text ?? "").trim().toLowerCase();
  return ids.filter((id) => {
    const entry = list.entries.get(id);
    const target = targetOf(entry);
    if (query.state && stateKey(entry) !== query.state) return false;
    if (query.label && target?.label !== query.label) return false;
    return `${id}\n${target?.arn ?? ""}`.toLowerCase().includes(text);
  });
}

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
