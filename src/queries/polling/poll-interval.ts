import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { lookUp } from "../../values/look-up.ts";
import type { PollRecord } from "./poll-record.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

// The intervals stand here and nowhere else: whoever counts in them, tests too, imports them.
export const JITTER = 0.2;
/** While things happen. */
export const ACTIVE_MS = 5 * SECOND_MS;
/** When nothing has changed for {@link QUIET_AFTER_MS}. */
export const QUIET_MS = 10 * SECOND_MS;
export const QUIET_AFTER_MS = 10 * MINUTE_MS;
/** When nothing has changed for {@link STILL_AFTER_MS}. */
export const STILL_MS = 30 * SECOND_MS;
export const STILL_AFTER_MS = 60 * MINUTE_MS;
export const BAKING_MS = 15 * SECOND_MS;
/** While a deployment waits for somebody. */
export const WAITING_MS = 30 * SECOND_MS;
export const UNKNOWN_STATUS_MS = 15 * SECOND_MS;
/** The least while nobody sees the tab. */
export const HIDDEN_MS = 30 * SECOND_MS;
/**
 * What other services tell of a running deployment is asked once for so many polls of the deployment. A poll is one or two requests,
 * and all joins together are five at most: so they are less than half as many as those of the deployment.
 */
const POLLS_FOR_JOINS = 8;
/** How long a tab goes by what others say without asking AWS itself. */
export const HEARSAY_MS = 2 * MINUTE_MS;
export const MAX_THROTTLED_MS = 120 * SECOND_MS;
export const MALFORMED_MS = 30 * SECOND_MS;
/** After 1, 2, 3 … failures in a row of the network or of AWS. */
export const AFTER_FAILURES_MS = [5, 10, 20, 40, 60].map((seconds) => seconds * SECOND_MS);
/** AWS may complete an answer, for example with rollbackInfo, shortly after the deployment has finished. */
export const AFTER_FINISH_MS = [5, 15, 30].map((seconds) => seconds * SECOND_MS);

/** Refusals for a wrong clock in a row, before the page gives up. */
const MAX_SKEWED = 3;

type Pace = "active" | "baking" | "waiting" | "finished";

const PACES: Readonly<Record<NonNullable<Deployment["status"]>, Pace>> = {
  Created: "active",
  Queued: "active",
  InProgress: "active",
  Baking: "baking",
  Ready: "waiting",
  Succeeded: "finished",
  Failed: "finished",
  Stopped: "finished",
};

/**
 * How long after the end of the last poll the next one is due, in milliseconds; `false` for never.
 *
 * A pure function of the record, its jitter too: react-query asks at every render and starts its timer anew
 * whenever the answer differs, so a random one would put the next poll off for ever.
 */
export function pollIntervalMs(record: PollRecord): number | false {
  const baseMs = steadyIntervalMs(record);
  return baseMs === false ? false : Math.round(baseMs * jitter(record));
}

/** The same without jitter, to count in. */
export function steadyIntervalMs(record: PollRecord): number | false {
  return record.lastFailure ? afterFailureMs(record) : afterAnswerMs(record);
}

/** When the next poll is due (epoch ms); absent before the end of the first, and when none is. */
export function nextPollAtMs(record: PollRecord): number | undefined {
  const intervalMs = pollIntervalMs(record);
  return intervalMs === false || record.endedAtMs === undefined ? undefined : record.endedAtMs + intervalMs;
}

/** How many times as long as usual the longest wait is. */
export function maxThrottleFactor(record: PollRecord): number {
  return MAX_THROTTLED_MS / usualMs(record);
}

/** How long after its last answer another service is asked again about a running deployment, in milliseconds. A function of the record. */
export function joinIntervalMs(record: PollRecord): number {
  return POLLS_FOR_JOINS * usualMs(record);
}

/** The interval while nothing is wrong. */
function usualMs(record: PollRecord): number {
  const pace = lookUp(PACES, record.status);
  const unchangedForMs = (record.endedAtMs ?? record.changedAtMs) - record.changedAtMs;
  const isActive = pace === "finished" || record.answeredAtMs === undefined;
  return steadyMs(isActive ? "active" : pace, unchangedForMs);
}

function afterAnswerMs(record: PollRecord): number | false {
  const pace = lookUp(PACES, record.status);
  if (pace === "finished") return AFTER_FINISH_MS[record.finishedPolls - 1] ?? false;
  return throttled(record, usualMs(record));
}

/** The usual interval: short while things happen, longer the longer nothing has. */
function steadyMs(pace: Exclude<Pace, "finished"> | undefined, unchangedForMs: number): number {
  switch (pace) {
    case "active":
      if (unchangedForMs < QUIET_AFTER_MS) return ACTIVE_MS;
      return unchangedForMs < STILL_AFTER_MS ? QUIET_MS : STILL_MS;
    case "baking":
      return BAKING_MS;
    case "waiting":
      return WAITING_MS;
    case undefined:
      return UNKNOWN_STATUS_MS;
  }
}

function afterFailureMs(record: PollRecord): number | false {
  if (!record.lastFailure?.isTransient) return false;
  // The SDK corrects its clock where it can read AWS's; where it cannot, only a person can correct this device's.
  if (record.lastFailure.kind === "clock-skew" && record.failures >= MAX_SKEWED) return false;
  if (record.lastFailure.kind === "throttled") return throttled(record, usualMs(record));
  if (record.lastFailure.kind === "malformed") return MALFORMED_MS;
  const step = Math.min(record.failures, AFTER_FAILURES_MS.length) - 1;
  return AFTER_FAILURES_MS[step] ?? UNKNOWN_STATUS_MS;
}

function throttled(record: PollRecord, baseMs: number): number {
  if (record.throttleFactor === 1) return baseMs;
  return Math.max(baseMs, Math.min(MAX_THROTTLED_MS, baseMs * record.throttleFactor));
}

/** A factor around 1, at most {@link JITTER} away from it, that differs between tabs and between polls, and is the same at each asking. */
function jitter({ seed, polls }: PollRecord): number {
  const mixed = Math.imul(seed ^ Math.imul(polls + 1, 0x9e3779b1), 0x85ebca6b);
  const share = ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
  return 1 - JITTER + 2 * JITTER * share;
}
