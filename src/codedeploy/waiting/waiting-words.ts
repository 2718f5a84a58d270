import type { ReadyOutcome, Waiting } from "./waiting.ts";
import { formatMinutes } from "../../format/duration.ts";

interface WaitingWords {
  /** One sentence: what it waits for now. */
  now: string;
  /** What comes after that, or what to do. */
  next: string;
}

/** What a deployment waits for, in words; `undefined` when it waits for nothing that AWS names. */
export function waitingWords(waiting: Waiting): WaitingWords | undefined {
  switch (waiting.kind) {
    case "nothing":
    case "work":
    case "unknown":
      return undefined;
    case "start":
      return {
        now: "Waiting for CodeDeploy to start it.",
        next: "It usually starts within seconds.",
      };
    case "turn":
      return {
        now: "Waiting for its turn.",
        next: "It starts when the deployment before it to the same group has ended.",
      };
    case "provisioning":
      return {
        now: "Waiting for the replacement Auto Scaling group.",
        next: "CodeDeploy copies the group and starts its instances, which takes some minutes. Then their counts appear.",
      };
    case "reroute":
      return { now: "Waiting for traffic to be rerouted.", next: REROUTE[waiting.outcome](waiting) };
    case "termination":
      return {
        now: "Waiting to terminate the original instances.",
        next: `Traffic is on the replacement. The wait ${waiting.waitMinutes === undefined ? "has no reported length" : `lasts ${formatMinutes(waiting.waitMinutes)}`}; AWS does not report when it began. Until it is over, the original instances keep running.`,
      };
    case "bake":
      return {
        now: "Waiting for the bake time to end.",
        next: "AWS does not report how long the bake time is or when it began.",
      };
  }
}

type Reroute = Extract<Waiting, { kind: "reroute" }>;

const REROUTE: Readonly<Record<ReadyOutcome, (reroute: Reroute) => string>> = {
  continue: () => "Nobody has to do anything: CodeDeploy reroutes it by itself.",
  stop: (reroute) =>
    `Reroute it in the AWS console, or with aws deploy continue-deployment. Otherwise CodeDeploy stops the deployment ${deadline(reroute)}.`,
  unknown: (reroute) =>
    `AWS does not report what happens when nobody reroutes it. The wait ends ${deadline(reroute)}.`,
};

function deadline({ waitMinutes, maxHours }: Reroute): string {
  if (waitMinutes !== undefined) return `${formatMinutes(waitMinutes)} after it became ready`;
  return maxHours === undefined
    ? "after a time that AWS does not report"
    : `${maxHours} hours after it became ready at the latest`;
}
