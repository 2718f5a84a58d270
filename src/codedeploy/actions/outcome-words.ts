import { formatDuration } from "../../format/duration.ts";
import type { DoneAction } from "./action-progress.ts";
import { isAnswered } from "./action-progress.ts";
import { refusalWords } from "./refusal-words.ts";

/** What became of an action, in a few words for a list: "accepted by AWS (Pending) after 1s". */
export function outcomeWords({ outcome, atMs, endedAtMs }: DoneAction): string {
  const after = endedAtMs === undefined ? "" : ` after ${formatDuration(Math.max(0, endedAtMs - atMs))}`;
  switch (outcome?.state) {
    case undefined:
      return "not answered yet";
    case "accepted":
      if (outcome.deploymentId !== undefined) return `accepted by AWS as ${outcome.deploymentId}${after}`;
      return `accepted by AWS${outcome.status === undefined ? "" : ` (${outcome.status})`}${after}`;
    case "refused": {
      const { title } = refusalWords(outcome.failure);
      return `${outcome.failure.wasSent ? "refused by AWS" : "not sent"}${after}: ${title}`;
    }
    case "unknown":
      return isAnswered(outcome.failure)
        ? "no clear answer: it is not known whether AWS has done it"
        : "no answer: it is not known whether AWS received it";
  }
}
