import { describe, expect, test } from "vitest";
import { formatCount, formatCountOf } from "./counts.ts";

describe("a count", () => {
  test("has the reader's digit grouping", () => {
    expect(formatCount(1e15).replaceAll(/\D/g, "")).toBe("1000000000000000");
    expect(formatCount(1e15)).toBe((1e15).toLocaleString());
  });

  test.each([
    [0, "0 instances"],
    [1, "1 instance"],
    [2, "2 instances"],
  ])("of %d has its noun in the right number", (count, text) => {
    expect(formatCountOf(count, "instance")).toBe(text);
  });

  test("may have a plural of its own", () => {
    expect(formatCountOf(3, "entry", "entries")).toBe("3 entries");
  });

  test("of no number is not a number in plain words", () => {
    expect(formatCount(Number.NaN)).toBe("not a number");
  });
});
