import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { formatClock, formatDateTime, isMoment, isoDateTime } from "./date-time.ts";

const AT = Date.UTC(2026, 10, 22, 14, 2, 10);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const FARTHEST = 8.64e15;

describe("a moment in full", () => {
  test("has date, seconds and zone", () => {
    expect(formatDateTime(AT, "utc", "en-GB")).toBe("22 Nov 2026, 14:02:10 UTC");
  });

  test("counts hours from 0 to 23 at midnight", () => {
    expect(formatDateTime(Date.UTC(2026, 10, 22), "utc", "en-US")).toContain("00:00:00");
  });

  test("is the same moment in the reader's zone, by the clock and with the name of that zone", () => {
    vi.stubEnv("TZ", "Asia/Kolkata");
    // A locale of its own: formatters are kept, with the zone that they were made in.
    expect(formatDateTime(AT, "local", "en-IE")).toBe("22 Nov 2026, 19:32:10 GMT+5:30");
    expect(formatDateTime(AT, "utc", "en-IE")).toBe("22 Nov 2026, 14:02:10 UTC");
    expect(formatClock(AT, AT, "local", "en-IE")).toBe("19:32:10");
    const justBeforeMidnight = Date.UTC(2026, 10, 22, 18, 29, 30);
    expect(formatClock(justBeforeMidnight, justBeforeMidnight + MINUTE_MS, "local", "en-IE")).toBe(
      "22 Nov 2026, 23:59",
    );
    expect(formatClock(justBeforeMidnight, justBeforeMidnight + MINUTE_MS, "utc", "en-IE")).toBe("18:29:30");
    vi.unstubAllEnvs();
  });
});

describe("a moment in short", () => {
  test("is the time alone on the same day", () => {
    expect(formatClock(AT, AT + MINUTE_MS, "utc", "en-GB")).toBe("14:02:10");
  });

  test("has its date on any other day, be it a minute away", () => {
    const justBeforeMidnight = Date.UTC(2026, 10, 22, 23, 59, 30);
    expect(formatClock(justBeforeMidnight, justBeforeMidnight + MINUTE_MS, "utc", "en-GB")).toBe(
      "22 Nov 2026, 23:59",
    );
    expect(formatClock(AT, AT + 365 * DAY_MS, "utc", "en-GB")).toBe("22 Nov 2026, 14:02");
  });
});

describe("a moment for machines", () => {
  test("is ISO 8601 in UTC", () => {
    expect(isoDateTime(AT)).toBe("2026-11-22T14:02:10.000Z");
  });

  test("can be as far as a date goes", () => {
    expect(isoDateTime(FARTHEST)).toBe("+275760-09-13T00:00:00.000Z");
    expect(isoDateTime(FARTHEST + 1)).toBeUndefined();
  });
});

test("no number whatever is a date that cannot be, and none throws", () => {
  const anyNumber = fc.oneof(fc.double(), fc.constantFrom(FARTHEST, -FARTHEST, Number.NaN));
  fc.assert(
    fc.property(anyNumber, anyNumber, fc.constantFrom("utc", "local"), (atMs, nowMs, zone) => {
      const texts = [formatDateTime(atMs, zone, "en-GB"), formatClock(atMs, nowMs, zone, "en-GB")];
      expect(texts.join(" ")).not.toMatch(/Invalid|NaN|undefined/);
      expect(isoDateTime(atMs) !== undefined).toBe(isMoment(atMs));
    }),
  );
});
