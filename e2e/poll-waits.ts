import { expect } from "@playwright/test";
import {
  ACTIVE_MS,
  AFTER_FAILURES_MS,
  AFTER_FINISH_MS,
  JITTER,
  MALFORMED_MS,
  MAX_THROTTLED_MS,
} from "../src/queries/polling/poll-interval.ts";
import type { Asked } from "./stopped-clock.ts";

// The page's own intervals, in seconds as the stopped clock counts them: a test that waits for a poll names the reason here.

/** The longest that a wait of so many seconds takes, with its jitter and a step of the clock. */
export function longest(seconds: number): number {
  return seconds * (1 + JITTER) + 1;
}

export const ACTIVE = ACTIVE_MS / 1_000;
/** The longest wait for the next poll while things happen. */
export const NEXT_POLL = longest(ACTIVE);
/** Between the failures in a row of the network or of AWS. */
export const AFTER_FAILURES: readonly number[] = AFTER_FAILURES_MS.map((ms) => ms / 1_000);
/** Of AFTER_FAILURES, the first and the second. */
export const [AFTER_ONE_FAILURE = Number.NaN, AFTER_TWO_FAILURES = Number.NaN] = AFTER_FAILURES;
export const AFTER_FINISH: readonly number[] = AFTER_FINISH_MS.map((ms) => ms / 1_000);
export const MALFORMED = MALFORMED_MS / 1_000;
export const MAX_THROTTLED = MAX_THROTTLED_MS / 1_000;
/** After one, two … throttled polls in a row while things happen: each twice the one before, up to the cap. */
export const AFTER_THROTTLES: readonly number[] = [1, 2, 3, 4, 5, 6].map((times) =>
  Math.min(ACTIVE * 2 ** times, MAX_THROTTLED),
);

/** The page gives up a request that takes longer; the browser may report that later. */
const DEADLINE_S = 15;

/** Seconds from the end of each of these requests to the next one. */
export function intervals(asked: readonly Asked[]): number[] {
  const ends = asked.map(({ at, endedAt = Number.NaN }) => Math.min(endedAt, at + DEADLINE_S));
  return asked.slice(1).map(({ at }, index) => at - (ends[index] ?? Number.NaN));
}

/** Expects waits that the page chose: each within its jitter and a step of the clock. */
export function expectAbout(expected: readonly number[], seconds: readonly number[], stepSeconds = 1): void {
  expect(seconds, `seconds, of which ${expected.join(", ")} are due`).toHaveLength(expected.length);
  for (const [index, due] of expected.entries()) {
    expect(seconds[index]).toBeGreaterThanOrEqual(due * (1 - JITTER) - stepSeconds);
    expect(seconds[index]).toBeLessThanOrEqual(due * (1 + JITTER) + stepSeconds);
  }
}
