import type { TargetLabel } from "@aws-sdk/client-codedeploy";
import { stackName } from "../deployment/stack-name.ts";
import { lookUp } from "../../values/look-up.ts";
import type { TargetEntry } from "./target-list.ts";
import { targetOf } from "./target-list.ts";
import { targetStatusFacts } from "./target-status.ts";
import type { StateFacts } from "../deployment/overview.ts";
import { shortText } from "../../format/short-text.ts";

const LABELS: Readonly<Record<TargetLabel, string>> = {
  Blue: "Original (Blue)",
  Green: "Replacement (Green)",
};

/** A target's label with what AWS means by it. */
export function labelWords(label: string): string {
  return lookUp(LABELS, label) ?? shortText(label, 40);
}

/** How a listed target is, as far as anybody knows: for its icon and the word beside it. */
export function entryFacts(entry: TargetEntry | undefined): Pick<StateFacts, "word" | "tone"> & {
  status: string | undefined;
} {
  const status = targetOf(entry)?.status;
  if (entry?.kind === "gone") return { status: undefined, word: "no longer reported", tone: "neutral" };
  if (entry?.kind !== "read") return { status: undefined, word: "loading", tone: "neutral" };
  const { word, tone } = targetStatusFacts(status);
  return { status, word: shortText(word, 40), tone };
}

/** What a person calls a target: its id, which for a stack is its name within a long ARN. */
export function targetName(id: string): string {
  return shortText(stackName(id) ?? id, 200);
}

/** An event's name as a person can point at it, also where AWS sent none. */
export function eventName(name: string): string {
  return name === "" ? "Unnamed event" : shortText(name);
}
