import type { Target } from "../targets/target.ts";

/** The targets of two deployments, each by its id. */
export interface ComparedTargets {
  /** How many both have. */
  inBoth: number;
  onlyBefore: string[];
  onlyAfter: string[];
  /** Those of both whose status differs. A status that AWS did not send is absent. */
  changed: { id: string; before: string | undefined; after: string | undefined }[];
}

/** Which targets two deployments have in common, and which ended otherwise. */
export function comparedTargets(before: readonly Target[], after: readonly Target[]): ComparedTargets {
  const earlier = new Map(before.map((target) => [target.id, target]));
  const later = new Map(after.map((target) => [target.id, target]));
  const both = [...earlier.values()].filter(({ id }) => later.has(id));
  return {
    inBoth: both.length,
    onlyBefore: [...earlier.keys()].filter((id) => !later.has(id)),
    onlyAfter: [...later.keys()].filter((id) => !earlier.has(id)),
    changed: both.flatMap(({ id, status }) => {
      const now = later.get(id)?.status;
      return now === status ? [] : [{ id, before: status, after: now }];
    }),
  };
}
