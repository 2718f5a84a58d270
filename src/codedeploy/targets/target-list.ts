import type { AppError } from "../../errors/app-error.ts";
import type { Target } from "./target.ts";

/** What is known of one listed target. */
export type TargetEntry =
  /** Listed; its details have not been asked for yet. */
  | { kind: "unread" }
  | { kind: "read"; target: Target }
  /** AWS listed it once and does not report it any more. `last` is how it was when it was seen. */
  | { kind: "gone"; last: Target | undefined };

/** The targets of a deployment, as far as they are known. Unchanged parts keep their identity from poll to poll. */
export interface TargetList {
  /** `unknown` until AWS has answered; `not-started` while the deployment has no targets to report yet. */
  stage: "unknown" | "not-started" | "listed";
  /** In the order in which AWS lists them. */
  ids: readonly string[];
  /** One for each of `ids`. */
  entries: ReadonlyMap<string, TargetEntry>;
  /** Why the ids are missing or may be out of date. */
  listError: AppError | undefined;
  /** Why details are missing or out of date. */
  detailsError: AppError | undefined;
}

/** The list before anything was asked. */
export const NO_TARGETS: TargetList = {
  stage: "unknown",
  ids: [],
  entries: new Map(),
  listError: undefined,
  detailsError: undefined,
};

/** The targets whose details are known, in the order of the list; those that are gone as they were last seen. */
export function knownTargets({ ids, entries }: TargetList): Target[] {
  return ids.flatMap((id) => targetOf(entries.get(id)) ?? []);
}

/** What is known of a listed target's details, however long ago. */
export function targetOf(entry: TargetEntry | undefined): Target | undefined {
  if (entry?.kind === "read") return entry.target;
  return entry?.kind === "gone" ? entry.last : undefined;
}

/** So many targets say what a deployment is doing; to wait for all of a fleet would take a while. */
const ENOUGH_DETAILS = 50;

/**
 * Whether the first details of the targets are there, or it is known that they are not to be had: from then on, what the
 * targets say changes only with the deployment itself.
 */
export function hasFirstDetails({ stage, ids, entries, listError, detailsError }: TargetList): boolean {
  if (listError || detailsError || stage === "not-started") return true;
  if (stage === "unknown") return false;
  // Not the first of them: those in trouble are read before others.
  const unread = ids.filter((id) => entries.get(id)?.kind === "unread").length;
  return ids.length - unread >= Math.min(ids.length, ENOUGH_DETAILS);
}
