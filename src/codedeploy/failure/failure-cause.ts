import { formatCount, formatCountOf } from "../../format/counts.ts";
import { present } from "../../values/lists.ts";
import { lookUp } from "../../values/look-up.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { countOf, overview } from "../deployment/overview.ts";
import { CHECK_TASKS } from "../tasks/unhealthy-tasks.ts";
import { errorFacts } from "./error-code.ts";

/** Why a deployment did not simply succeed. */
export type FailureCause =
  /** Stopped by CodeDeploy because of CloudWatch alarms; no names where AWS's message has none. */
  | { kind: "alarm"; alarmNames: string[] }
  | { kind: "stopped-by-hand" }
  /** Stopped, and AWS does not say why: by hand, or the wait of a deployment that was Ready ran out. */
  | { kind: "stopped-unexplained"; mayHaveTimedOut: boolean }
  | { kind: "error"; code: string }
  /** The time that CodeDeploy gives the tasks of a replacement task set to become healthy is over. */
  | { kind: "tasks-unhealthy" }
  /** AWS gives its reason in words and without a code. */
  | { kind: "told"; message: string }
  /** Failed without a reason, and maybe without a failed target. */
  | { kind: "failed-unexplained"; hasNoneFailed: boolean }
  /** Succeeded by AWS's rules, as enough targets stayed healthy. One of the counts at least is not 0. */
  | { kind: "succeeded-in-part"; failedCount: number; skippedCount: number; total: number };

const MAX_ALARMS = 20;

/**
 * Why the deployment failed, was stopped, or succeeded only in part; `undefined` when nothing is known to be
 * wrong. A stop by an alarm and a stop by hand have the same status and differ in the error code only.
 */
export function failureCause(deployment: Deployment): FailureCause | undefined {
  const { status, errorInformation } = deployment;
  const code: string = errorInformation?.code ?? "";
  const own = lookUp(CAUSES, code);
  if (own) return own(errorInformation?.message ?? "");
  const message = errorInformation?.message ?? "";
  if (code === "TIMEOUT" && /replacement task set/i.test(message)) return { kind: "tasks-unhealthy" };
  if (code) return { kind: "error", code };
  if (message && (status === "Stopped" || status === "Failed")) return { kind: "told", message };
  // What AWS says elsewhere is shown beside this, and may be the reason.
  if (statusMessages(deployment).length > 0) return undefined;
  if (status === "Stopped") {
    return { kind: "stopped-unexplained", mayHaveTimedOut: stopsWhenReadyTimesOut(deployment) };
  }
  if (status === "Failed") {
    return { kind: "failed-unexplained", hasNoneFailed: countOf(overview(deployment), "Failed") === 0 };
  }
  return status === "Succeeded" ? successInPart(deployment) : undefined;
}

/** AWS counts a deployment as successful when enough targets are; the others do not run its revision. */
function successInPart(deployment: Deployment): FailureCause | undefined {
  const counted = overview(deployment);
  const failedCount = countOf(counted, "Failed") ?? 0;
  const skippedCount = countOf(counted, "Skipped") ?? 0;
  if (counted.kind === "absent" || failedCount + skippedCount === 0) return undefined;
  return { kind: "succeeded-in-part", failedCount, skippedCount, total: counted.total };
}

/** The codes that say who stopped the deployment rather than what is broken. */
const CAUSES: Readonly<Record<"ALARM_ACTIVE" | "MANUAL_STOP", (message: string) => FailureCause>> = {
  ALARM_ACTIVE: (message) => ({ kind: "alarm", alarmNames: alarmNames(message) }),
  MANUAL_STOP: () => ({ kind: "stopped-by-hand" }),
};

/** The names in "… Activated alarms: <a> <b>", the one part of a message whose wording is known to last. */
function alarmNames(message: string): string[] {
  const list = message.split("Activated alarms:")[1] ?? "";
  const names = Array.from(list.matchAll(/<([^<>]{1,255})>/g), ([, name = ""]) => name);
  return [...new Set(names)].slice(0, MAX_ALARMS);
}

/** Everything that AWS says about the status in words: the message list, and the deprecated member before it. */
export function statusMessages(deployment: Deployment): string[] {
  const { deploymentStatusMessages, additionalDeploymentStatusInfo } = deployment;
  const messages = present([...present(deploymentStatusMessages), additionalDeploymentStatusInfo]);
  return [...new Set(messages)].filter(Boolean);
}

function stopsWhenReadyTimesOut({ blueGreenDeploymentConfiguration }: Deployment): boolean {
  return blueGreenDeploymentConfiguration?.deploymentReadyOption?.actionOnTimeout === "STOP_DEPLOYMENT";
}

interface CauseWords {
  /** One plain sentence: what happened. */
  summary: string;
  nextStep: string | undefined;
}

/** A cause in plain words; `targetNoun` is what one target is called, "instance" or "target". */
export function causeWords(cause: FailureCause, targetNoun: string): CauseWords {
  switch (cause.kind) {
    case "alarm":
      return words("ALARM_ACTIVE");
    case "stopped-by-hand":
      return words("MANUAL_STOP");
    case "error":
      return targetNoun === "instance" && cause.code === "TIMEOUT" ? scriptTimeout() : words(cause.code);
    case "stopped-unexplained":
      return {
        summary: cause.mayHaveTimedOut
          ? "AWS does not say why it was stopped. Somebody did it, or nobody rerouted traffic before the wait ran out."
          : "AWS does not say why it was stopped. As no alarm is named, somebody or a tool probably did it.",
        nextStep: "Look in CloudTrail for a StopDeployment event: it names who made it.",
      };
    case "failed-unexplained":
      return {
        summary: "The deployment failed, and AWS names no error for it as a whole.",
        nextStep: `Open the deployment in the AWS console${cause.hasNoneFailed ? "" : ` and look at the ${targetNoun} that failed first`}.`,
      };
    case "tasks-unhealthy":
      return {
        summary: "The replacement tasks did not become healthy in the time that CodeDeploy gives them.",
        nextStep: CHECK_TASKS,
      };
    case "told":
      return {
        summary: cause.message,
        nextStep: undefined,
      };
    case "succeeded-in-part":
      return inPartWords(cause, targetNoun);
  }
}

function words(code: string): CauseWords {
  const { meaning, nextStep } = errorFacts(code);
  return { summary: meaning, nextStep };
}

function scriptTimeout(): CauseWords {
  const { summary, nextStep } = words("TIMEOUT");
  return {
    summary,
    nextStep: `${nextStep} A script may run for an hour; a background process that keeps its output open counts as running.`,
  };
}

function inPartWords(
  { failedCount, skippedCount, total }: Extract<FailureCause, { kind: "succeeded-in-part" }>,
  targetNoun: string,
): CauseWords {
  const left = failedCount + skippedCount;
  const parts = [
    ...(failedCount > 0 ? [`${formatCountOf(failedCount, targetNoun)} failed`] : []),
    ...(skippedCount > 0
      ? [`${formatCountOf(skippedCount, targetNoun)} ${skippedCount === 1 ? "was" : "were"} skipped`]
      : []),
  ];
  return {
    summary: `The deployment counts as successful although ${parts.join(" and ")}: ${formatCount(left)} of ${formatCountOf(total, targetNoun)} may not run this revision.`,
    nextStep: `Find out why, then deploy to ${left === 1 ? `that ${targetNoun}` : `those ${targetNoun}s`} again.`,
  };
}
