import { lookUp } from "../../values/look-up.ts";
import type { Transition } from "./transitions.ts";

/** How news sounds: good, bad, or a question that waits for an answer. */
export type AlertMood = "good" | "bad" | "waiting";

/** The statuses that somebody who looks elsewhere wants to be told of, by AWS's names. */
const MOODS: Readonly<Record<string, AlertMood>> = {
  Succeeded: "good",
  Failed: "bad",
  Stopped: "bad",
  Ready: "waiting",
};

/** The mood of a transition that is worth an alert; `undefined` for one that is not. */
export function alertMood({ to }: Transition): AlertMood | undefined {
  return to === undefined ? undefined : lookUp(MOODS, to);
}
