import { describe, expect, test } from "vitest";
import { formatMinutes } from "./minutes.ts";

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
