import type { DeploymentStatus } from "@aws-sdk/client-codedeploy";
import { lookUp } from "../../values/look-up.ts";

/** What a status feels like; each tone has one colour token, and nothing else has colour. */
export type Tone = "ok" | "fail" | "run" | "wait" | "stop" | "neutral";

export interface StatusFacts {
  /** As a person says it: "In progress". For a value that we do not know: AWS's own word. */
  word: string;
  tone: Tone;
  /** One sentence: what this status means; absent where its word says as much. */
  meaning: string | undefined;
  /** One character for the tab's title. */
  glyph: string;
  /** The last status that a deployment ever has: nothing more will happen to it. */
  isFinished: boolean;
  isKnown: boolean;
}

type KnownFacts = Omit<StatusFacts, "isKnown">;

/** @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentInfo.html */
const STATUSES: Readonly<Record<DeploymentStatus, KnownFacts>> = {
  Created: {
    word: "Created",
    tone: "wait",
    meaning: "CodeDeploy has accepted the deployment and not started it.",
    glyph: "◌",
    isFinished: false,
  },
  Queued: {
    word: "Queued",
    tone: "wait",
    meaning: "The deployment waits in line, usually for another deployment to the same group.",
    glyph: "◌",
    isFinished: false,
  },
  InProgress: {
    word: "In progress",
    tone: "run",
    meaning: undefined,
    glyph: "◐",
    isFinished: false,
  },
  Baking: {
    word: "Baking",
    tone: "wait",
    meaning: "CodeDeploy watches the new version for the bake time before it finishes.",
    glyph: "◐",
    isFinished: false,
  },
  Ready: {
    word: "Ready",
    tone: "wait",
    meaning: "The replacement is ready and waits for traffic to be rerouted.",
    glyph: "‖",
    isFinished: false,
  },
  Succeeded: {
    word: "Succeeded",
    tone: "ok",
    meaning: undefined,
    glyph: "✓",
    isFinished: true,
  },
  Failed: {
    word: "Failed",
    tone: "fail",
    meaning: undefined,
    glyph: "✗",
    isFinished: true,
  },
  Stopped: {
    word: "Stopped",
    tone: "stop",
    meaning: undefined,
    glyph: "■",
    isFinished: true,
  },
};

const NOT_REPORTED: StatusFacts = {
  word: "Status not reported",
  tone: "neutral",
  meaning: "AWS sent no status for this deployment.",
  glyph: "?",
  isFinished: false,
  isKnown: false,
};

/**
 * What a status means. A value that this version does not know is shown as AWS wrote it and counts as not
 * finished, as AWS's own waiter does.
 */
export function statusFacts(status: string | undefined): StatusFacts {
  if (!status) return NOT_REPORTED;
  const known = lookUp(STATUSES, status);
  if (known) return { ...known, isKnown: true };
  return {
    ...NOT_REPORTED,
    word: status,
    meaning: "This version of the page does not know this status. It is shown as AWS sent it.",
  };
}

/** Whether nothing more will happen to a deployment with this status (Succeeded, Failed, Stopped). */
export function isFinished(status: string | undefined): boolean {
  return statusFacts(status).isFinished;
}

/** Whether a deployment with this status has no targets yet: AWS refuses to list them until it has started. */
export function isBeforeStart(status: string | undefined): boolean {
  return status === "Created" || status === "Queued";
}
