import { formatCountOf } from "../../format/counts.ts";
import { formatMinutes } from "../../format/minutes.ts";
import { eventName } from "../targets/target-words.ts";
import { READ_EVENTS } from "../tasks/unhealthy-tasks.ts";
import { movedWords } from "../traffic/traffic-moved.ts";
import type { EventWait } from "./event-wait.ts";
import type { TargetWait } from "./target-waiting.ts";
import type { ReadyOutcome, Reroute } from "./waiting.ts";

interface TargetWaitWords {
  name: "Waiting for" | "Now at";
  what: string;
  /** What happens at the end of the clock. */
  limit?: string;
  /** Stands where the beginning of the wait is not known. */
  unknown?: string;
  /** What to look at once the wait is long, or where it is not known how long it is. */
  advice?: string;
}

/**
 * What a wait is for, in words.
 *
 * @param noun what a target of the deployment is called
 */
export function targetWaitWords(wait: TargetWait, noun: string): TargetWaitWords {
  const words = waitWords(wait, noun);
  const moved = movedWords(wait.movedPercent);
  return moved === undefined ? words : { ...words, what: `${words.what} ${moved}` };
}

function waitWords(wait: TargetWait, noun: string): TargetWaitWords {
  switch (wait.kind) {
    case "start":
      return {
        name: "Waiting for",
        what: "the start, which usually comes within seconds.",
        advice: "If it does not come, check that the deployment group and its service role still exist.",
      };
    case "turn":
      return { name: "Waiting for", what: "the deployment before it to the same group, in most cases." };
    case "termination":
      return {
        name: "Waiting for",
        what: "the end of the termination wait. The original is kept until then.",
        limit: "CodeDeploy then terminates the original:",
        unknown: "How long it will take is not known.",
      };
    case "reroute":
      return {
        name: "Waiting for",
        what: "the traffic to be rerouted to the replacement.",
        ...REROUTE[wait.reroute.outcome](wait.reroute),
      };
    case "script":
    case "hook":
    case "agent":
    case "tasks":
    case "step":
    case "event":
    case "begin":
    case "next":
      return eventWords(wait, `${eventName(wait.event)}${onTargets(wait.targetIds, noun)}`);
  }
}

const REROUTE: Readonly<
  Record<ReadyOutcome, (reroute: Reroute) => Pick<TargetWaitWords, "limit" | "unknown" | "advice">>
> = {
  continue: () => ({
    advice: "If CodeDeploy does not go on, reroute it in the AWS console.",
  }),
  stop: (reroute) => ({
    limit: "If nobody does it, CodeDeploy stops the deployment:",
    unknown: `If nobody does it, CodeDeploy stops the deployment ${deadline(reroute)}.`,
  }),
  unknown: (reroute) => ({
    limit: "The wait ends on its own:",
    unknown: `The wait ends ${deadline(reroute)}.`,
  }),
};

function deadline({ waitMinutes, maxHours }: Reroute): string {
  if (waitMinutes !== undefined) return `${formatMinutes(waitMinutes)} after it became ready`;
  return maxHours === undefined
    ? "after a time that AWS does not report"
    : `${maxHours} hours after it became ready at the latest`;
}

/** @param at the event, and on how many targets */
function eventWords({ kind, tasks }: EventWait, at: string): TargetWaitWords {
  switch (kind) {
    case "script":
      return {
        name: "Waiting for",
        what: `the script of ${at}.`,
        limit: "The event fails after an hour at most:",
        unknown: "A script may run for an hour. When this one began is not known.",
        advice:
          "If it hangs, look on the instance for what it waits for: the agent sends its output when it has ended.",
      };
    case "hook":
      return {
        name: "Waiting for",
        what: `the hook function of ${at}, where the event has one, to call PutLifecycleEventHookExecutionStatus.`,
        limit: "It must report within an hour:",
        unknown: "It must report within an hour. When the event began is not known.",
        advice:
          "If it hangs, read the function's CloudWatch log, and check that its role may call codedeploy:PutLifecycleEventHookExecutionStatus.",
      };
    case "agent":
      return {
        name: "Waiting for",
        what: `the CodeDeploy agent to finish ${at}.`,
        limit: "The event fails after an hour at most:",
        unknown: "The event may take an hour. When it began is not known.",
        advice:
          "Check that the instance still exists, that its agent runs, and that it can reach what it downloads.",
      };
    case "tasks":
      return {
        name: "Waiting for",
        what: `the replacement tasks to run and become healthy${tasksWords(tasks)}.`,
        limit: "CodeDeploy gives up after an hour:",
        unknown: "CodeDeploy gives up after an hour. When the event began is not known.",
        advice: READ_EVENTS,
      };
    case "begin":
      return {
        name: "Waiting for",
        what: `the agent to begin ${at}.`,
        limit: "The event fails when it does not begin within five minutes:",
        unknown: "An event must begin within five minutes. Since when it could is not known.",
        advice: "Check that the instance still exists and that its agent runs.",
      };
    case "step":
      return { name: "Now at", what: `${at}, which CodeDeploy does itself.` };
    case "event":
      return { name: "Now at", what: `${at}.` };
    case "next":
      return { name: "Waiting for", what: `CodeDeploy to begin ${at}.` };
  }
}

function tasksWords(tasks: EventWait["tasks"]): string {
  return tasks ? `: ${tasks.running} of ${formatCountOf(tasks.desired, "task")} running` : "";
}

function onTargets(ids: readonly string[], noun: string): string {
  return ids.length > 1 ? ` on ${formatCountOf(ids.length, noun)}` : "";
}
