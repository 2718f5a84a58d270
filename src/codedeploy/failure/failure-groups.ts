import { scriptOutcome } from "./script-outcome.ts";
import type { TargetFailure } from "./target-failure.ts";
import { targetFailure } from "./target-failure.ts";
import type { Target } from "../targets/target.ts";

/** Targets that failed in the same way. */
export interface FailureGroup {
  /** Tells groups apart, and stays the same from poll to poll. */
  key: string;
  /** Of the target that failed first. */
  failure: TargetFailure;
  /** In the order in which they failed; never empty. */
  targetIds: string[];
  /** When the first of them failed (epoch ms); absent where AWS sent no time. */
  firstAtMs: number | undefined;
  /** `first` broke before any other did; `later` may be its consequence; `unknown` without times. */
  order: "only" | "first" | "later" | "unknown";
  /** Not one target did anything else: the revision or its surroundings are at fault, not an instance. */
  isEveryTarget: boolean;
}

/**
 * The failures among the targets, equal ones as one: same event, script, error code and message, but for what
 * differs from target to target anyway. What failed first stands first.
 */
export function failureGroups(targets: readonly Target[]): FailureGroup[] {
  const failed = targets
    .flatMap((target) => {
      const failure = targetFailure(target);
      return failure ? [{ id: target.id, failure }] : [];
    })
    .toSorted((one, other) => compareMoments(one.failure.atMs, other.failure.atMs));
  const groups = new Map<string, typeof failed>();
  for (const entry of failed) {
    const key = groupKey(entry.failure);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups].flatMap(([key, [first, ...rest]], index): FailureGroup[] => {
    if (!first) return [];
    const targetIds = [first.id, ...rest.map(({ id }) => id)];
    const firstAtMs = first.failure.atMs;
    return [
      {
        key,
        failure: first.failure,
        targetIds,
        firstAtMs,
        order: orderOf(groups.size, index, firstAtMs),
        isEveryTarget: targets.length > 1 && targetIds.length === targets.length,
      },
    ];
  });
}

function orderOf(groupCount: number, index: number, firstAtMs: number | undefined): FailureGroup["order"] {
  if (groupCount === 1) return "only";
  if (firstAtMs === undefined) return "unknown";
  return index === 0 ? "first" : "later";
}

function groupKey(failure: TargetFailure): string {
  if (failure.kind !== "event") return failure.kind;
  const { event, diagnostics } = failure;
  const { script, exitCode, timeoutSeconds } = scriptOutcome(diagnostics);
  const message = normalised(diagnostics?.message ?? "");
  return JSON.stringify([event, script, diagnostics?.errorCode, exitCode, timeoutSeconds, message]);
}

const MESSAGE_LENGTH = 1_000;

/** What names one target, one moment or one address within a message: ARNs, UUIDs, times, IP addresses, instance ids. */
const PARTICULARS =
  /arn:[\w:/.-]+|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\w:.+-]*|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b|\bm?i-[0-9a-f]{8,17}\b/gi;

function normalised(message: string): string {
  return message.slice(0, MESSAGE_LENGTH).replace(PARTICULARS, "…").replace(/\s+/g, " ").trim();
}

/** Earlier first, unknown last. */
function compareMoments(one: number | undefined, other: number | undefined): number {
  if (one === other) return 0;
  return (one ?? Number.POSITIVE_INFINITY) - (other ?? Number.POSITIVE_INFINITY);
}
