import { eventDoer } from "../targets/event-doer.ts";
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
      /** How long the event took, in milliseconds. */
      lengthMs: number | undefined;
      /** Whether the agent has done another event of the target before this one. */
      hasAgentAnswered: boolean;
    }
  /** No event ever began: nothing on the instance took the work, or CodeDeploy gave up before. */
  | { kind: "nothing-began"; atMs: number | undefined }
  /** Failed, and no event of it did. */
  | { kind: "unexplained"; atMs: number | undefined };

export type EventFailure = Extract<TargetFailure, { kind: "event" }>;

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
  return { kind: events.some(hasBegun) ? "unexplained" : "nothing-began", atMs: lastUpdatedMs };
}

/** Whether anything shows that an event began: AWS leaves times out of some answers. */
export function hasBegun({ status, startMs, endMs }: LifecycleEvent): boolean {
  if (startMs !== undefined || endMs !== undefined) return true;
  return status === "InProgress" || status === "Succeeded" || status === "Failed";
}

/** The failure that one event of a target stands for, whether or not it is the one that ended the target. */
export function eventFailure(event: LifecycleEvent, target: Target): EventFailure {
  const { name, diagnostics, startMs, endMs } = event;
  const before = target.events.slice(0, target.events.indexOf(event));
  const lengthMs = startMs === undefined || endMs === undefined ? -1 : endMs - startMs;
  return {
    kind: "event",
    event: name,
    diagnostics,
    atMs: endMs ?? startMs ?? target.lastUpdatedMs,
    lengthMs: lengthMs < 0 ? undefined : lengthMs,
    hasAgentAnswered: before.some((earlier) => isDoneByAgent(earlier, target)),
  };
}

function isDoneByAgent({ name, status, diagnostics }: LifecycleEvent, { facts }: Target): boolean {
  const doer = eventDoer(name, facts.kind);
  if (doer !== "agent" && doer !== "script") return false;
  return status === "Succeeded" || (status === "Failed" && !saysAgentIsSilent(diagnostics));
}

/** AWS's words for an instance that does not answer; it comes as the diagnostics of the event that never ran. */
const SILENT_AGENT = /agent was not able to receive the lifecycle event/i;

/** Whether AWS says that no agent took an event. */
export function saysAgentIsSilent(diagnostics: Diagnostics | undefined): boolean {
  return SILENT_AGENT.test(diagnostics?.message ?? "");
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
