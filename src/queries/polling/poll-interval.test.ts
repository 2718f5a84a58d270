import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AppErrorKind } from "../../errors/app-error.ts";
import { AppError } from "../../errors/app-error.ts";
import { maxThrottleFactor, pollIntervalMs } from "./poll-interval.ts";
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

/** The interval without its jitter of ±20 %. */
function expectAround(record: PollRecord, expectedMs: number) {
  const ms = pollIntervalMs(record);
  expect(ms).toBeGreaterThanOrEqual(expectedMs * 0.8);
  expect(ms).toBeLessThanOrEqual(expectedMs * 1.2);
}

describe("after an answer", () => {
  test.each([
    ["Created", 5_000],
    ["Queued", 5_000],
    ["InProgress", 5_000],
    ["Baking", 15_000],
    ["Ready", 30_000],
    ["Paused", 15_000],
    [undefined, 15_000],
  ])("%s is asked again after about %i ms", (status, expectedMs) => {
    expectAround(answered(status), expectedMs);
  });

  test("a deployment in which nothing happens is asked less and less often", () => {
    const record = newPollRecord(1, NOW);
    expectAround(answered("InProgress", record, NOW + 9 * MINUTE_MS), 5_000);
    expectAround(answered("InProgress", record, NOW + 11 * MINUTE_MS), 10_000);
    expectAround(answered("InProgress", record, NOW + 61 * MINUTE_MS), 30_000);
    expectAround(answered("InProgress", record, NOW + 61 * MINUTE_MS, true), 5_000);
  });

  test.each(["Succeeded", "Failed", "Stopped"])("%s is asked three times more, then never", (status) => {
    let record = answered(status);
    for (const expectedMs of [5_000, 15_000, 30_000]) {
      expectAround(record, expectedMs);
      record = answered(status, record);
    }
    expect(pollIntervalMs(record)).toBe(false);
  });

  test("a deployment that goes on after it was finished is watched again", () => {
    expectAround(answered("InProgress", answered("Succeeded")), 5_000);
  });
});

describe("after a failure", () => {
  test.each(["network", "server", "unknown"] as const)("%s backs off to a minute", (kind) => {
    for (const [index, expectedMs] of [5_000, 10_000, 20_000, 40_000, 60_000, 60_000].entries()) {
      expectAround(failed(kind, index + 1), expectedMs);
    }
  });

  test.each(["not-found", "invalid-id", "access-denied", "signed-out", "blocked"] as const)(
    "%s, which no later try cures, ends the polling",
    (kind) => {
      expect(pollIntervalMs(failed(kind))).toBe(false);
    },
  );

  test("a malformed answer is followed by a try after half a minute", () => {
    expectAround(failed("malformed"), 30_000);
  });

  test("a wrong clock is tried three times, and then left to a person", () => {
    expect(pollIntervalMs(failed("clock-skew", 2))).not.toBe(false);
    expect(pollIntervalMs(failed("clock-skew", 3))).toBe(false);
  });

  test("throttling doubles the interval up to two minutes, and success brings it back slowly", () => {
    expectAround(failed("throttled", 1), 10_000);
    expectAround(failed("throttled", 2), 20_000);
    expectAround(failed("throttled", 9), 120_000);
    const recovering = answered("InProgress", failed("throttled", 2));
    expectAround(recovering, 16_000);
    expectAround(answered("InProgress", recovering), 12_800);
  });
});

describe("throttled", () => {
  test.each([
    ["InProgress", [10_000, 20_000, 40_000, 80_000, 120_000, 120_000]],
    ["Baking", [30_000, 60_000, 120_000, 120_000]],
    ["Ready", [60_000, 120_000, 120_000]],
    ["Paused", [30_000, 60_000, 120_000, 120_000]],
  ] as const)("%s is asked after twice the time, up to two minutes", (status, expected) => {
    for (const [index, expectedMs] of expected.entries()) {
      expectAround(failed("throttled", index + 1, answered(status)), expectedMs);
    }
  });

  test.each([
    ["InProgress", 5_000],
    ["Baking", 15_000],
    ["Ready", 30_000],
    ["Paused", 15_000],
  ])("%s is back at its usual pace within twenty answers of the longest wait", (status, usualMs) => {
    let record = failed("throttled", 9, answered(status));
    for (let answers = 0; answers < 20; answers++) record = answered(status, record);
    expectAround(record, usualMs);
  });

  test("the closing looks after the end keep their times", () => {
    expectAround(answered("Succeeded", failed("throttled", 3)), 5_000);
  });
});

test("the same record always gives the same interval, and different tabs different ones", () => {
  const record = answered("InProgress");
  expect(pollIntervalMs(record)).toBe(pollIntervalMs(record));
  const intervals = new Set(Array.from({ length: 100 }, (_, seed) => pollIntervalMs({ ...record, seed })));
  expect(intervals.size).toBeGreaterThan(90);
});

test("no history of polls stops the watching of an unfinished deployment, or asks more than once in 4 s", () => {
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
      expect(ms).toBeGreaterThanOrEqual(4_000);
      expect(ms).toBeLessThanOrEqual(144_000);
    }),
  );
});
