import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AppErrorKind } from "../../errors/app-error.ts";
import { AppError } from "../../errors/app-error.ts";
import {
  ACTIVE_MS,
  AFTER_FAILURES_MS,
  AFTER_FINISH_MS,
  BAKING_MS,
  JITTER,
  MALFORMED_MS,
  MAX_THROTTLED_MS,
  QUIET_AFTER_MS,
  QUIET_MS,
  STILL_AFTER_MS,
  STILL_MS,
  UNKNOWN_STATUS_MS,
  WAITING_MS,
  joinIntervalMs,
  maxThrottleFactor,
  pollIntervalMs,
} from "./poll-interval.ts";
import { afterAnswer, afterFailure, newPollRecord } from "./poll-record.ts";
import type { PollRecord } from "./poll-record.ts";

const MINUTE_MS = 60_000;
const NOW = 1_763_820_000_000;
const STATUSES = [
  "Created",
  "Queued",
  "InProgress",
  "Baking",
  "Ready",
  "Succeeded",
  "Failed",
  "Stopped",
] as const;

const answered = (
  status: string | undefined,
  record = newPollRecord(1, NOW),
  nowMs = NOW,
  hasChanged = false,
) => afterAnswer(record, status, hasChanged, nowMs);
const failed = (kind: AppErrorKind, times = 1, record = newPollRecord(1, NOW)): PollRecord =>
  times === 0
    ? record
    : failed(kind, times - 1, afterFailure(record, new AppError(kind), maxThrottleFactor(record), NOW));

/** The interval without its jitter. */
function expectAround(record: PollRecord, expectedMs: number) {
  const ms = pollIntervalMs(record);
  expect(ms).toBeGreaterThanOrEqual(expectedMs * (1 - JITTER));
  expect(ms).toBeLessThanOrEqual(expectedMs * (1 + JITTER));
}

describe("after an answer", () => {
  test.each([
    ["Created", ACTIVE_MS],
    ["Queued", ACTIVE_MS],
    ["InProgress", ACTIVE_MS],
    ["Baking", BAKING_MS],
    ["Ready", WAITING_MS],
    ["Paused", UNKNOWN_STATUS_MS],
    [undefined, UNKNOWN_STATUS_MS],
  ])("%s is asked again after about %i ms", (status, expectedMs) => {
    expectAround(answered(status), expectedMs);
  });

  test("a deployment in which nothing happens is asked less and less often", () => {
    const record = newPollRecord(1, NOW);
    expectAround(answered("InProgress", record, NOW + QUIET_AFTER_MS - MINUTE_MS), ACTIVE_MS);
    expectAround(answered("InProgress", record, NOW + QUIET_AFTER_MS + MINUTE_MS), QUIET_MS);
    expectAround(answered("InProgress", record, NOW + STILL_AFTER_MS + MINUTE_MS), STILL_MS);
    expectAround(answered("InProgress", record, NOW + STILL_AFTER_MS + MINUTE_MS, true), ACTIVE_MS);
  });

  test.each(["Succeeded", "Failed", "Stopped"])("%s is asked a few times more, then never", (status) => {
    let record = answered(status);
    for (const expectedMs of AFTER_FINISH_MS) {
      expectAround(record, expectedMs);
      record = answered(status, record);
    }
    expect(pollIntervalMs(record)).toBe(false);
  });

  test("a deployment that goes on after it was finished is watched again", () => {
    expectAround(answered("InProgress", answered("Succeeded")), ACTIVE_MS);
  });
});

describe("after a failure", () => {
  test.each(["network", "server", "unknown"] as const)(
    "%s backs off, and stays at the longest wait",
    (kind) => {
      for (const [index, expectedMs] of [...AFTER_FAILURES_MS, ...AFTER_FAILURES_MS.slice(-1)].entries()) {
        expectAround(failed(kind, index + 1), expectedMs);
      }
    },
  );

  test.each(["not-found", "invalid-id", "access-denied", "signed-out", "blocked"] as const)(
    "%s, which no later try cures, ends the polling",
    (kind) => {
      expect(pollIntervalMs(failed(kind))).toBe(false);
    },
  );

  test("a malformed answer is followed by another try", () => {
    expectAround(failed("malformed"), MALFORMED_MS);
  });

  test("a wrong clock is tried three times, and then left to a person", () => {
    expect(pollIntervalMs(failed("clock-skew", 2))).not.toBe(false);
    expect(pollIntervalMs(failed("clock-skew", 3))).toBe(false);
  });

  test("throttling doubles the interval up to a limit, and success brings it back slowly", () => {
    expectAround(failed("throttled", 1), 2 * ACTIVE_MS);
    expectAround(failed("throttled", 2), 4 * ACTIVE_MS);
    expectAround(failed("throttled", 9), MAX_THROTTLED_MS);
    const recovering = answered("InProgress", failed("throttled", 2));
    expectAround(recovering, 4 * 0.8 * ACTIVE_MS);
    expectAround(answered("InProgress", recovering), 4 * 0.8 * 0.8 * ACTIVE_MS);
  });
});

describe("throttled", () => {
  test.each([
    ["InProgress", ACTIVE_MS],
    ["Baking", BAKING_MS],
    ["Ready", WAITING_MS],
    ["Paused", UNKNOWN_STATUS_MS],
  ] as const)("%s is asked after twice the time with each refusal, up to a limit", (status, usualMs) => {
    for (let refusals = 1; refusals <= 6; refusals++) {
      const expectedMs = Math.min(MAX_THROTTLED_MS, usualMs * 2 ** refusals);
      expectAround(failed("throttled", refusals, answered(status)), expectedMs);
    }
  });

  test.each([
    ["InProgress", ACTIVE_MS],
    ["Baking", BAKING_MS],
    ["Ready", WAITING_MS],
    ["Paused", UNKNOWN_STATUS_MS],
  ])("%s is back at its usual pace within twenty answers of the longest wait", (status, usualMs) => {
    let record = failed("throttled", 9, answered(status));
    for (let answers = 0; answers < 20; answers++) record = answered(status, record);
    expectAround(record, usualMs);
  });

  test("the closing looks after the end keep their times", () => {
    expectAround(answered("Succeeded", failed("throttled", 3)), AFTER_FINISH_MS[0] ?? 0);
  });
});

test("the same record always gives the same interval, and different tabs different ones", () => {
  const record = answered("InProgress");
  expect(pollIntervalMs(record)).toBe(pollIntervalMs(record));
  const intervals = new Set(Array.from({ length: 100 }, (_, seed) => pollIntervalMs({ ...record, seed })));
  expect(intervals.size).toBeGreaterThan(90);
});

test("no history of polls stops the watching of an unfinished deployment, or asks more often than usual", () => {
  const transient = fc.constantFrom<AppErrorKind>("network", "server", "throttled", "malformed", "unknown");
  const poll = fc.oneof(
    fc
      .constantFrom(...STATUSES.slice(0, 5), "Paused")
      .map((status) => (record: PollRecord) => answered(status, record)),
    transient.map(
      (kind) => (record: PollRecord) =>
        afterFailure(record, new AppError(kind), maxThrottleFactor(record), NOW),
    ),
  );
  fc.assert(
    fc.property(fc.integer(), fc.array(poll, { minLength: 1 }), (seed, polls) => {
      const ms = pollIntervalMs(polls.reduce((record, next) => next(record), newPollRecord(seed, NOW)));
      expect(ms).toBeGreaterThanOrEqual(ACTIVE_MS * (1 - JITTER));
      expect(ms).toBeLessThanOrEqual(MAX_THROTTLED_MS * (1 + JITTER));
    }),
  );
});

test.each(STATUSES)(
  "no other service is asked faster than a %s deployment, however long nothing changes",
  (status) => {
    for (const minutes of [0, 1, 11, 61, 600]) {
      const record = { ...answered(status), endedAtMs: NOW + minutes * MINUTE_MS, changedAtMs: NOW };
      const { pollMs, joinMs } = { pollMs: pollIntervalMs(record), joinMs: joinIntervalMs(record) };
      expect(joinMs).toBeGreaterThanOrEqual(4 * (pollMs || 0));
      expect(joinMs).toBe(joinIntervalMs({ ...record, polls: 7 }));
    }
  },
);
