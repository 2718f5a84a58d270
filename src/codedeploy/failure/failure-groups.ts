import { formatCount, formatCountOf } from "../../format/counts.ts";
import { shortText } from "../../format/text.ts";
import type { Diagnostics } from "../targets/lifecycle-event.ts";
import { eventName } from "../targets/target-words.ts";
import type { Target } from "../targets/target.ts";
import type { FailedDeployment } from "./failure-advice.ts";
import { isCutOff } from "./failure-advice.ts";
import { withoutParticulars } from "./particulars.ts";
import { scriptOutcome } from "./script-outcome.ts";
import type { TargetFailure } from "./target-failure.ts";
import { targetFailure } from "./target-failure.ts";

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
  /** Host names, ids, paths or times in their messages differ: the words of the first are not those of all. */
  isVaried: boolean;
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
        isVaried: rest.some(({ failure }) => messageOf(failure) !== messageOf(first.failure)),
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
  const { event, diagnostics, hasAgentAnswered } = failure;
  const { script, exitCode, timeoutSeconds } = scriptOutcome(diagnostics);
  const message = withoutParticulars(diagnostics?.message ?? "");
  return JSON.stringify([
    event,
    script,
    diagnostics?.errorCode,
    exitCode,
    timeoutSeconds,
    message,
    hasAgentAnswered,
  ]);
}

function messageOf(failure: TargetFailure): string | undefined {
  return failure.kind === "event" ? failure.diagnostics?.message : undefined;
}

/** Earlier first, unknown last. */
function compareMoments(one: number | undefined, other: number | undefined): number {
  if (one === other) return 0;
  return (one ?? Number.POSITIVE_INFINITY) - (other ?? Number.POSITIVE_INFINITY);
}

/** Why a fix in the revision being deployed does not help. */
export const PREVIOUS_REVISION =
  "This script comes from the previous revision, the one that was installed before this deployment.";

/** How a script ended: "scripts/start.sh ended with exit code 1 as root."; `undefined` where AWS's message does not say. */
export function outcomeWords(diagnostics: Diagnostics | undefined): string | undefined {
  const { script, user, exitCode, timeoutSeconds } = scriptOutcome(diagnostics);
  const subject = script === undefined ? "The script" : shortText(script, 200);
  const as = user === undefined ? "" : ` as ${shortText(user)}`;
  if (exitCode !== undefined) return `${subject} ended with exit code ${exitCode}${as}.`;
  if (timeoutSeconds !== undefined) {
    return `${subject} did not end within ${formatCountOf(timeoutSeconds, "second")}${as}.`;
  }
  return undefined;
}

/** "on 2 of 10 instances"; for the only target there is nothing to count. */
function onHowMany(count: number, total: number, noun: string): string {
  if (total <= 1) return "";
  return ` on ${formatCount(count)} of ${formatCountOf(Math.max(count, total), noun)}`;
}

/** What failed, as the title of its part of the page: "ValidateService failed on 3 of 10 instances". */
export function groupTitle(
  { failure, targetIds }: FailureGroup,
  total: number,
  noun: string,
  deployment: FailedDeployment,
): string {
  const where = onHowMany(targetIds.length, total, noun);
  switch (failure.kind) {
    case "event":
      return `${eventName(failure.event)} ${isCutOff(failure, deployment) ? "was cut off" : "failed"}${where}`;
    case "nothing-began":
      return `No lifecycle event began${where}`;
    case "unexplained":
      return `Failed without a failed event${where}`;
  }
}

/**
 * All failures in one line for the top of the page: "Failed at ValidateService on 2 of 10 instances"; with several
 * kinds the one that came first; what only a stop cut off is "Stopped at". `undefined` when nothing has failed.
 *
 * @param total how many targets the deployment has
 * @param noun what one of them is called
 */
export function failureHeadline(
  groups: readonly FailureGroup[],
  total: number,
  noun: string,
  deployment: FailedDeployment,
): string | undefined {
  // What a stop cut off did not fail, and says least.
  const failed = groups.filter(({ failure }) => !isCutOff(failure, deployment));
  const verb = failed.length === 0 ? "Stopped" : "Failed";
  return headline(failed.length === 0 ? groups : failed, verb, total, noun);
}

function headline(
  groups: readonly FailureGroup[],
  verb: "Stopped" | "Failed",
  total: number,
  noun: string,
): string | undefined {
  const [first] = groups;
  if (!first) return undefined;
  const count = groups.reduce((sum, { targetIds }) => sum + targetIds.length, 0);
  const kinds = new Set(
    groups.map(({ failure }) => (failure.kind === "event" ? failure.event : failure.kind)),
  );
  const where = onHowMany(count, total, noun);
  const { failure } = first;
  if (kinds.size > 1 && failure.kind === "event") {
    return `${verb} at ${eventName(failure.event)} first, then elsewhere,${where}`;
  }
  if (failure.kind === "event") return `${verb} at ${eventName(failure.event)}${where}`;
  if (kinds.size === 1 && failure.kind === "nothing-began") return `No lifecycle event began${where}`;
  return `${verb}${where}`;
}

const ORDERS: Readonly<Record<FailureGroup["order"], string | undefined>> = {
  only: undefined,
  first: "Failed first",
  later: "Failed later",
  unknown: undefined,
};

/** Whether this broke before everything else. */
export function orderWords({ order }: FailureGroup): string | undefined {
  return ORDERS[order];
}
