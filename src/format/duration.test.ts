import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDuration, formatMinutes } from "./duration.ts";

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

describe("a wait in minutes", () => {
  test.each([
    [0, "0 minutes"],
    [1, "1 minute"],
    [90, "90 minutes"],
    [60, "1 hour"],
    [120, "2 hours"],
    [1_440, "1 day"],
    [2_880, "2 days"],
    [-60, "-60 minutes"],
  ])("of %d reads %s", (minutes, text) => {
    expect(formatMinutes(minutes)).toBe(text);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("that is no length is not known: %d", (minutes) => {
    expect(formatMinutes(minutes)).toBe("an unknown time");
  });
});
