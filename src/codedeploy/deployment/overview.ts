import type { DeploymentOverview } from "@aws-sdk/client-codedeploy";
import type { Deployment } from "./deployment.ts";
import { keysOf } from "../../values/look-up.ts";
import type { Tone } from "./status.ts";

/** The states that `deploymentOverview` counts, named as AWS names its members. */
export type TargetState = keyof DeploymentOverview;

export interface StateFacts {
  word: string;
  tone: Tone;
  /** Nothing more will happen to a target in this state. */
  isFinal: boolean;
}

/** In the order of a progress bar: what is done first, what is still to do last. */
export const TARGET_STATES: Readonly<Record<TargetState, StateFacts>> = {
  Succeeded: { word: "succeeded", tone: "ok", isFinal: true },
  Failed: { word: "failed", tone: "fail", isFinal: true },
  Skipped: { word: "skipped", tone: "stop", isFinal: true },
  InProgress: { word: "in progress", tone: "run", isFinal: false },
  Ready: { word: "ready", tone: "wait", isFinal: false },
  Pending: { word: "pending", tone: "neutral", isFinal: false },
};

export interface StateCount extends StateFacts {
  state: TargetState;
  count: number;
}

/** How many targets are in which state, as far as AWS reported it. */
export type Overview =
  | { kind: "absent" }
  | {
      kind: "reported";
      /** One entry for each state that AWS counted, zeros included, in the order of a progress bar. */
      counts: StateCount[];
      /** States whose number can be no count (negative, a fraction, not finite), with what was sent. */
      unusable: { word: string; text: string }[];
      total: number;
      finished: number;
      /** Whole percent, rounded down so that 100 means all of them; `undefined` of no targets. */
      percentFinished: number | undefined;
    };

/**
 * The counts of `deploymentOverview`. A state that AWS did not count is left out rather than counted as zero,
 * and no counts at all are `absent`. Says nothing about the deployment's status: the two disagree at times.
 */
export function overview({ deploymentOverview }: Deployment): Overview {
  const counts: StateCount[] = [];
  const unusable: { word: string; text: string }[] = [];
  for (const state of keysOf(TARGET_STATES)) {
    const count = deploymentOverview?.[state];
    if (typeof count !== "number") continue;
    if (Number.isSafeInteger(count) && count >= 0) counts.push({ state, count, ...TARGET_STATES[state] });
    else
      unusable.push({
        word: TARGET_STATES[state].word,
        text: Number.isFinite(count) ? String(count) : "not a number",
      });
  }
  if (counts.length === 0 && unusable.length === 0) return { kind: "absent" };
  const total = sum(counts);
  const finished = sum(counts.filter(({ isFinal }) => isFinal));
  return {
    kind: "reported",
    counts,
    unusable,
    total,
    finished,
    percentFinished: total === 0 ? undefined : Math.floor((finished / total) * 100),
  };
}

/** How many targets AWS counts in `state`; `undefined` where it counts none of that kind. */
export function countOf(counted: Overview, state: TargetState): number | undefined {
  if (counted.kind === "absent") return undefined;
  return counted.counts.find((entry) => entry.state === state)?.count;
}

function sum(counts: readonly StateCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

/** Whether AWS counts targets, and none of them goes on. */
export function areAllFinished(counted: Overview): boolean {
  return counted.kind === "reported" && counted.total > 0 && counted.finished === counted.total;
}
