import type { ComputePlatform } from "@aws-sdk/client-codedeploy";
import type { BlueGreenStep } from "./blue-green.ts";
import type { TerminationWait } from "./termination-wait.ts";
import { formatMinutes } from "../../format/duration.ts";

/** What the original is, and whether it is many. */
const ORIGINALS: Readonly<Record<ComputePlatform, string>> = {
  Server: "The original instances are",
  ECS: "The original task set is",
  Lambda: "The original version is",
};

/** One step of a blue/green deployment as a sentence or two. */
export function stepWords(step: BlueGreenStep, platform: ComputePlatform | undefined): string {
  const original = platform ? ORIGINALS[platform] : "The original is";
  switch (step.step) {
    case "copy-group":
      return "New instances are provisioned by copying the Auto Scaling group.";
    case "discover-instances":
      return "The revision is deployed to replacement instances that exist already or are added by hand.";
    case "start-task-set":
      return "A replacement task set is started beside the original.";
    case "test-traffic":
      return "Test traffic reaches the replacement through the test listener.";
    case "wait-for-reroute":
      return `The deployment becomes Ready and waits${upTo(step.waitMinutes)} for somebody to reroute the traffic. If nobody does, it stops.`;
    case "reroute":
      return [
        step.isAtOnce
          ? "Traffic is rerouted as soon as the replacement is ready."
          : "Traffic is rerouted to the replacement.",
        ...(step.how === undefined ? [] : [step.how]),
      ].join(" ");
    case "terminate-original":
      return `${original} terminated${afterwards(step.waitMinutes)}.`;
    case "keep-original":
      return `${original} kept running, without production traffic.`;
    case "unknown":
      return `For ${step.stage}, AWS names an action that this version of the page does not know:`;
  }
}

/** What AWS says about the wait before the original is terminated. */
export const TERMINATION_WAIT_WORDS: Readonly<Record<TerminationWait, string>> = {
  started: "The wait before termination has started.",
  "not-started": "The wait before termination has not started.",
  unreliable:
    "AWS reports that the wait before termination has not started. For ECS it is known to report so throughout.",
};

function upTo(waitMinutes: number | undefined): string {
  return waitMinutes === undefined || waitMinutes === 0 ? "" : ` up to ${formatMinutes(waitMinutes)}`;
}

function afterwards(waitMinutes: number | undefined): string {
  if (waitMinutes === undefined) return "; AWS reports no wait before that";
  return waitMinutes === 0 ? " as soon as the traffic has moved" : ` ${formatMinutes(waitMinutes)} later`;
}
