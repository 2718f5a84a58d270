import type { Diagnostics, LifecycleEvent } from "../targets/lifecycle-event.ts";
import { targetStatusFacts } from "../targets/target-status.ts";
import type { Target } from "../targets/target.ts";

/** Why one target failed. */
export type TargetFailure =
  | {
      kind: "event";
      event: string;
      diagnostics: Diagnostics | undefined;
      atMs: number | undefined;
      /** Whether another event began on the target before this one. */
      hasEarlier: boolean;
    }
  /** No event ever began: nothing on the instance took the work, or CodeDeploy gave up before. */
  | { kind: "nothing-began"; atMs: number | undefined }
  /** Failed, and no event of it did. */
  | { kind: "unexplained"; atMs: number | undefined };

/**
 * Why the target failed; `undefined` for one that did not. A target that goes on counts as failed as soon as an
 * event has, except for the scripts of the previous revision, whose failures may be ignored.
 */
export function targetFailure(target: Target): TargetFailure | undefined {
  const { status, events, lastUpdatedMs } = target;
  // After an event that ends a target all others are skipped; one that failed before it was ignored.
  const failed = events.findLast((event) => event.status === "Failed");
  if (status !== "Failed") {
    const isOver = targetStatusFacts(status).isFinal;
    return failed && !isOver && !isFromPreviousRevision(failed.name)
      ? eventFailure(failed, target)
      : undefined;
  }
  if (failed) return eventFailure(failed, target);
  const hasBegun = events.some((event) => event.startMs !== undefined || event.status === "Succeeded");
  return { kind: hasBegun ? "unexplained" : "nothing-began", atMs: lastUpdatedMs };
}

/** The failure that one event of a target stands for, whether or not it is the one that ended the target. */
export function eventFailure(event: LifecycleEvent, target: Target): TargetFailure & { kind: "event" } {
  const { name, diagnostics, startMs, endMs } = event;
  const before = target.events.slice(0, target.events.indexOf(event));
  return {
    kind: "event",
    event: name,
    diagnostics,
    atMs: endMs ?? startMs ?? target.lastUpdatedMs,
    hasEarlier: before.some((earlier) => earlier.startMs !== undefined || earlier.status === "Succeeded"),
  };
}

const FROM_PREVIOUS: ReadonlySet<string> = new Set([
  "ApplicationStop",
  "BeforeBlockTraffic",
  "AfterBlockTraffic",
]);

/**
 * Whether the script of a lifecycle event on an instance comes from the revision that was deployed before, so
 * that a fix in the new one does not help.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html
 */
export function isFromPreviousRevision(eventName: string): boolean {
  return FROM_PREVIOUS.has(eventName);
}
