import type { TargetWait } from "../../domain/target-waiting.ts";
import { formatCountOf } from "../../format/number.ts";
import { eventName } from "./target-words.ts";

interface TargetWaitWords {
  what: string;
  /** What happens at the end of the clock. */
  limit: string;
  /** Stands where the clock is not known. */
  unknown: string | undefined;
}

const NOT_KNOWN = "How long it will take is not known.";

/** What a wait is for, in words. */
export function targetWaitWords(wait: TargetWait): TargetWaitWords {
  switch (wait.kind) {
    case "termination":
      return {
        what: "the end of the termination wait. All traffic is on the replacement; the original is kept until then.",
        limit: "CodeDeploy then terminates the original:",
        unknown: NOT_KNOWN,
      };
    case "reroute":
      return {
        what: "the traffic to be rerouted to the replacement.",
        limit: "The wait ends on its own:",
        unknown: NOT_KNOWN,
      };
    case "script":
      return {
        what: `the script of ${eventName(wait.event)}${onTargets(wait.targetIds)}.`,
        limit: "The event fails after an hour at most:",
        unknown: "A script may run for an hour. When this one began is not known.",
      };
    case "hook":
      return {
        what: `the Lambda function of ${eventName(wait.event)} to report back, where the event has one.`,
        limit: "It must report within an hour:",
        unknown: "It must report within an hour. When the event began is not known.",
      };
    case "begin":
      return {
        what: `the agent to begin ${eventName(wait.event)}${onTargets(wait.targetIds)}.`,
        limit: "The event fails when it does not begin within five minutes:",
        unknown: "An event must begin within five minutes. Since when it could is not known.",
      };
    case "step":
      return {
        what: `${eventName(wait.event)}${onTargets(wait.targetIds)}, which CodeDeploy does itself.`,
        limit: "",
        unknown: undefined,
      };
  }
}

function onTargets(ids: readonly string[]): string {
  return ids.length > 1 ? ` on ${formatCountOf(ids.length, "target")}` : "";
}
