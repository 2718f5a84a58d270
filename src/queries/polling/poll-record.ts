import { isFinished } from "../../codedeploy/deployment/status.ts";
import type { AppError, AppErrorKind } from "../../errors/app-error.ts";

/** What the polling of one deployment has seen so far; all that decides when to ask again. */
export interface PollRecord {
  /** Differs from tab to tab, so that tabs opened together do not ask together. */
  seed: number;
  /** How many polls have ended, well or badly. */
  polls: number;
  /** When the last poll ended (epoch ms); absent before the first. */
  endedAtMs: number | undefined;
  /** When the last good answer came (epoch ms); absent before the first. */
  answeredAtMs: number | undefined;
  /** When an answer last differed from the one before (epoch ms). */
  changedAtMs: number;
  status: string | undefined;
  /** Successful polls since the deployment was finished, the first one included. */
  finishedPolls: number;
  /** Failures in a row. */
  failures: number;
  lastFailure: { kind: AppErrorKind; isTransient: boolean } | undefined;
  /** How much slower than usual to ask, because AWS throttles: at least 1. */
  throttleFactor: number;
}

const THROTTLE_GROWTH = 2;
/** The way back is slow: viewers that come back at once are throttled at once. */
const THROTTLE_DECAY = 0.8;

/** The record before the first poll. */
export function newPollRecord(seed: number, nowMs: number): PollRecord {
  return {
    seed,
    polls: 0,
    endedAtMs: undefined,
    answeredAtMs: undefined,
    changedAtMs: nowMs,
    status: undefined,
    finishedPolls: 0,
    failures: 0,
    lastFailure: undefined,
    throttleFactor: 1,
  };
}

/** The record after a poll that brought an answer; `hasChanged` says whether it differs from the last one. */
export function afterAnswer(
  record: PollRecord,
  status: string | undefined,
  hasChanged: boolean,
  nowMs: number,
): PollRecord {
  return {
    ...record,
    polls: record.polls + 1,
    endedAtMs: nowMs,
    answeredAtMs: nowMs,
    changedAtMs: hasChanged ? nowMs : record.changedAtMs,
    status,
    finishedPolls: isFinished(status) ? record.finishedPolls + 1 : 0,
    failures: 0,
    lastFailure: undefined,
    throttleFactor: Math.max(1, record.throttleFactor * THROTTLE_DECAY),
  };
}

/**
 * The record after an answer that another tab has asked for; `atMs` is when it came there. It is as old as it is, however
 * late this tab hears of it.
 */
export function afterHearing(
  record: PollRecord,
  status: string | undefined,
  hasChanged: boolean,
  atMs: number,
  nowMs: number,
): PollRecord {
  return { ...afterAnswer(record, status, hasChanged, nowMs), answeredAtMs: atMs };
}

/** The record after a poll that asked nothing, because another tab asks for this one too. */
export function afterWaiting(record: PollRecord, nowMs: number): PollRecord {
  return { ...record, polls: record.polls + 1, endedAtMs: nowMs };
}

/**
 * The record after a poll that failed.
 *
 * @param maxThrottleFactor beyond which waiting longer serves nobody, and makes the way back longer
 */
export function afterFailure(
  record: PollRecord,
  error: AppError,
  maxThrottleFactor: number,
  nowMs: number,
): PollRecord {
  return {
    ...record,
    polls: record.polls + 1,
    endedAtMs: nowMs,
    failures: record.failures + 1,
    lastFailure: { kind: error.kind, isTransient: error.isTransient },
    throttleFactor:
      error.kind === "throttled"
        ? Math.min(maxThrottleFactor, record.throttleFactor * THROTTLE_GROWTH)
        : record.throttleFactor,
  };
}

const MIN_SPACING_MS = 3_000;

/**
 * Whether it is too soon to ask again: "Refresh now" is for people; held down, it must not become a load on AWS. A poll that
 * asked nothing, because another tab asks, does not count.
 */
export function isTooSoon({ failures, endedAtMs, answeredAtMs }: PollRecord, nowMs: number): boolean {
  const lastMs = failures > 0 ? endedAtMs : answeredAtMs;
  if (lastMs === undefined) return false;
  const sinceMs = nowMs - lastMs;
  // Less than nothing: the clock has been set back.
  return sinceMs >= 0 && sinceMs < MIN_SPACING_MS;
}
