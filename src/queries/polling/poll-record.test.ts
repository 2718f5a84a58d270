import { expect, test } from "vitest";
import { afterHearing, afterWaiting, newPollRecord, isTooSoon } from "./poll-record.ts";

const answered = afterHearing(newPollRecord(1, 0), "InProgress", true, 10_000, 10_000);

test.each([
  ["before the first answer", newPollRecord(1, 0), 1_000, false],
  ["two seconds after an answer", answered, 12_000, true],
  ["three seconds after an answer", answered, 13_000, false],
  ["right after a poll that left the asking to another tab", afterWaiting(answered, 19_900), 20_000, false],
  ["when the clock has been set back", answered, 5_000, false],
])("%s", (_, record, nowMs, isSoon) => {
  expect(isTooSoon(record, nowMs)).toBe(isSoon);
});
