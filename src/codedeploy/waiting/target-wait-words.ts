import type { TargetWait } from "./target-waiting.ts";
import { formatCountOf } from "../../format/number.ts";
import { eventName } from "../targets/target-words.ts";

interface TargetWaitWords {
  name: "Waiting for" | "Now at";
  what: string;
  /** What happens at the end of the clock. */
  limit: string;
  /** Stands where the clock is not known. */
  unknown: string | undefined;
}

const NOT_KNOWN = "How long it will take is not known.";

/**
 * What a wait is for, in words.
 *
 * @param noun what a target of the deployment is called
 */
export function targetWaitWords(wait: TargetWait, noun: string): TargetWaitWords {
  switch (wait.kind) {
    case "termination":
      return {
        name: "Waiting for",
        what: "the end of the termination wait. All traffic is on the replacement; the original is kept until then.",
        limit: "CodeDeploy then terminates the original:",
        unknown: NOT_KNOWN,
      };
    case "reroute":
      return {
        name: "Waiting for",
        what: "the traffic to be rerouted to the replacement.",
        limit: "The wait ends on its own:",
        unknown: NOT_KNOWN,
      };
    case "script":
      return {
        name: "Waiting for",
        what: `the script of ${eventName(wait.event)}${onTargets(wait.targetIds, noun)}.`,
        limit: "The event fails after an hour at most:",
        unknown: "A script may run for an hour. When this one began is not known.",
      };
    case "hook":
      return {
        name: "Waiting for",
        what: `the Lambda function of ${eventName(wait.event)} to report back, where the event has one.`,
        limit: "It must report within an hour:",
        unknown: "It must report within an hour. When the event began is not known.",
      };
    case "begin":
      return {
        name: "Waiting for",
        what: `the agent to begin ${eventName(wait.event)}${onTargets(wait.targetIds, noun)}.`,
        limit: "The event fails when it does not begin within five minutes:",
        unknown: "An event must begin within five minutes. Since when it could is not known.",
      };
    case "step":
      return {
        name: "Now at",
        what: `${eventName(wait.event)}${onTargets(wait.targetIds, noun)}, which CodeDeploy does itself.`,
        limit: "",
        unknown: undefined,
      };
  }
}

function onTargets(ids: readonly string[], noun: string): string {
  return ids.length > 1 ? ` on ${formatCountOf(ids.length, noun)}` : "";
}
