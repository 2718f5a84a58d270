import { replaceEqualDeep } from "@tanstack/react-query";
import type { TargetEntry, TargetList } from "../../codedeploy/targets/target-list.ts";
import { targetOf } from "../../codedeploy/targets/target-list.ts";
import type { Target } from "../../codedeploy/targets/target.ts";

// Each change gives back the very same list, entry or target where nothing is different, which is what keeps
// an unchanged poll, and the rows of unchanged targets, from rendering.

const UNREAD: TargetEntry = { kind: "unread" };

/** The list with the ids of another page. */
export function withPage(list: TargetList, pageIds: readonly string[]): TargetList {
  const newIds = [...new Set(pageIds)].filter((id) => !list.entries.has(id));
  if (newIds.length === 0 && list.stage === "listed") return list;
  return {
    ...list,
    stage: "listed",
    ids: [...list.ids, ...newIds],
    entries: new Map([...list.entries, ...newIds.map((id) => [id, UNREAD] as const)]),
  };
}

/** The list once all pages are in. Targets that AWS has stopped listing stay, as gone. */
export function withAllListed(list: TargetList, listedIds: ReadonlySet<string>): TargetList {
  return withAnswer(
    list,
    list.ids.filter((id) => !listedIds.has(id)),
    [],
  );
}

/** The list with the answer for `askedIds`; those that the answer leaves out are gone. */
export function withAnswer(
  list: TargetList,
  askedIds: readonly string[],
  targets: readonly Target[],
): TargetList {
  const answered = new Map(targets.map((target) => [target.id, target]));
  const changed = askedIds.flatMap((id): [string, TargetEntry][] => {
    const entry = list.entries.get(id) ?? UNREAD;
    const next = nextEntry(entry, answered.get(id));
    return next === entry ? [] : [[id, next]];
  });
  return changed.length === 0 ? list : { ...list, entries: new Map([...list.entries, ...changed]) };
}

function nextEntry(entry: TargetEntry, answer: Target | undefined): TargetEntry {
  if (!answer) return entry.kind === "gone" ? entry : { kind: "gone", last: targetOf(entry) };
  const target = replaceEqualDeep(targetOf(entry), answer);
  return entry.kind === "read" && entry.target === target ? entry : { kind: "read", target };
}

/** The list with how its two parts went this time. */
export function withErrors(
  list: TargetList,
  { listError, detailsError }: Pick<TargetList, "listError" | "detailsError">,
): TargetList {
  if (list.listError === listError && list.detailsError === detailsError) return list;
  return { ...list, listError, detailsError };
}

/** The list with entries that another tab has read later; those that are the same stay the same. */
export function withHeard(
  list: TargetList,
  heard: readonly (readonly [string, TargetEntry, ...unknown[]])[],
): TargetList {
  const changed = heard.flatMap(([id, entry]) => {
    const own = list.entries.get(id);
    const next = replaceEqualDeep(own, entry);
    return own === undefined || next === own ? [] : [[id, next] as const];
  });
  return changed.length === 0 ? list : { ...list, entries: new Map([...list.entries, ...changed]) };
}
