import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDuration, shownDifferenceMs } from "./duration.ts";

describe("a duration", () => {
  test.each([
    [0, "0s"],
    [1, "0.1s"],
    [450, "0.4s"],
    [999, "0.9s"],
    [1_000, "1s"],
    [59_999, "59s"],
    [60_000, "1m"],
    [252_000, "4m 12s"],
    [3_599_999, "59m 59s"],
    [3_600_000, "1h"],
    [7_500_000, "2h 5m"],
    [86_400_000, "1d"],
    [273_600_000, "3d 4h"],
  ])("of %d ms reads %s", (lengthMs, text) => {
    expect(formatDuration(lengthMs)).toBe(text);
  });

  test.each([-1, -0.001, Number.NaN, Number.POSITIVE_INFINITY])("of %d ms has no text", (lengthMs) => {
    expect(formatDuration(lengthMs)).toBeUndefined();
  });

  test("is one or two units, never more, of any length that a date can have", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1.7e16, noNaN: true }), (lengthMs) => {
        expect(formatDuration(lengthMs)).toMatch(
          /^(0\.\ds|\d+s|\d+m( \d+s)?|\d+h( \d+m)?|[\d,.]+d( \d+h)?)$/,
        );
      }),
    );
  });
});

describe("the difference of two durations", () => {
  test.each([
    ["1m 7s", 67_400, "52s", 52_900, "15s"],
    ["1h 5m", 3_930_000, "50m 45s", 3_045_000, "14m 15s"],
    ["2s", 2_900, "0.9s", 999, "1.1s"],
    ["0.1s", 1, "0s", 0, "0.1s"],
  ])(
    "of %s, of %d ms, and of %s: what a reader makes of their texts",
    (longer, longerMs, shorter, shorterMs, by) => {
      expect([formatDuration(longerMs), formatDuration(shorterMs)]).toEqual([longer, shorter]);
      expect(shownDifferenceMs(longerMs, shorterMs)).toBe(durationOf(by));
      expect(shownDifferenceMs(shorterMs, longerMs)).toBe(-durationOf(by));
    },
  );

  test("is nothing exactly where both have the same text", () => {
    const length = fc.integer({ min: 0, max: 100_000_000 });
    fc.assert(
      fc.property(length, fc.integer({ min: 0, max: 5_000 }), (lengthMs, moreMs) => {
        const isSame = formatDuration(lengthMs) === formatDuration(lengthMs + moreMs);
        expect(shownDifferenceMs(lengthMs + moreMs, lengthMs) === 0).toBe(isSame);
      }),
    );
  });
});

/** What a text such as `14m 15s` says, in milliseconds. */
function durationOf(text: string): number {
  const [, minutes = "0", seconds = "0"] = /^(?:(\d+)m )?([\d.]+)s$/.exec(text) ?? [];
  return Number(minutes) * 60_000 + Number(seconds) * 1_000;
}
