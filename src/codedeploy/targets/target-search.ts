import type { TargetList } from "./target-list.ts";
import { targetOf } from "./target-list.ts";
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
