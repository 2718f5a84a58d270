import { keysOf, lookUp } from "../../values/look-up.ts";
import { TARGET_STATES } from "../deployment/overview.ts";
import type { Tone } from "../deployment/status.ts";
import type { TargetEntry, TargetList } from "./target-list.ts";
import { targetOf } from "./target-list.ts";
import { targetStatusFacts } from "./target-status.ts";

/** How many targets are in one state. */
export interface StateTally {
  /** What to filter by; see {@link stateKey}. */
  key: string;
  word: string;
  tone: Tone;
  count: number;
}

/** A state that is ours, not AWS's, whose own words have no hyphens. */
type OwnState = "not-read" | "not-reported" | "no-longer-reported";

const OWN_WORDS: Readonly<Record<OwnState, string>> = {
  "not-read": "not loaded yet",
  "not-reported": "status not reported",
  "no-longer-reported": "no longer reported",
};

/** The state of a listed target, to count and filter by: AWS's status, or one of our own where there is none. */
export function stateKey(entry: TargetEntry | undefined): string {
  if (entry?.kind === "read" && entry.target.status !== undefined) return entry.target.status;
  return ownState(entry);
}

function ownState(entry: TargetEntry | undefined): OwnState {
  if (entry?.kind === "gone") return "no-longer-reported";
  return entry?.kind === "read" ? "not-reported" : "not-read";
}

/** How many of the listed targets are in each state, in the order of a progress bar; states without targets are left out. */
export function targetSummary({ ids, entries }: TargetList): StateTally[] {
  const counts = tally(ids.map((id) => stateKey(entries.get(id))));
  const order = [...keysOf(TARGET_STATES), ...counts.keys()];
  return [...new Set(order)].flatMap((key) => {
    const count = counts.get(key);
    return count === undefined ? [] : [{ key, count, ...wordAndTone(key) }];
  });
}

/** How many targets bear each label (`Blue`, `Green`); none where AWS labels none. */
export function labelSummary({ ids, entries }: TargetList): { label: string; count: number }[] {
  const counts = tally(ids.flatMap((id) => targetOf(entries.get(id))?.label ?? []));
  return [...counts].map(([label, count]) => ({ label, count }));
}

function wordAndTone(key: string): Pick<StateTally, "word" | "tone"> {
  const { word, tone } = targetStatusFacts(key);
  return { word: lookUp(OWN_WORDS, key) ?? word, tone };
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
