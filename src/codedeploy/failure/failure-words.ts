import type { FailureGroup } from "./failure-groups.ts";
import type { Diagnostics } from "../targets/lifecycle-event.ts";
import { scriptOutcome } from "./script-outcome.ts";
import { formatCount, formatCountOf } from "../../format/number.ts";
import { shortText } from "../../format/short-text.ts";
import { eventName } from "../targets/target-words.ts";

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
export function groupTitle({ failure, targetIds }: FailureGroup, total: number, noun: string): string {
  const where = onHowMany(targetIds.length, total, noun);
  switch (failure.kind) {
    case "event":
      return `${eventName(failure.event)} failed${where}`;
    case "nothing-began":
      return `No lifecycle event began${where}`;
    case "unexplained":
      return `Failed without a failed event${where}`;
  }
}

/**
 * All failures in one line for the top of the page: "Failed at ValidateService on 2 of 10 instances"; with several
 * kinds the one that came first. `undefined` when nothing has failed.
 *
 * @param total how many targets the deployment has
 * @param noun what one of them is called
 */
export function failureHeadline(
  groups: readonly FailureGroup[],
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
    return `Failed at ${eventName(failure.event)} first, then elsewhere,${where}`;
  }
  if (failure.kind === "event") return `Failed at ${eventName(failure.event)}${where}`;
  if (kinds.size === 1 && failure.kind === "nothing-began") return `No lifecycle event began${where}`;
  return `Failed${where}`;
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
