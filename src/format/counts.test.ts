import { describe, expect, test } from "vitest";
import { formatCount, formatCountOf, formatList } from "./counts.ts";

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

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a or b"],
  [["a", "b", "c"], "a, b, or c"],
])("a list reads as a sentence: %j", (items, words) => {
  expect(formatList(items, "or")).toBe(words);
});

test("a list of things that all count is joined by and", () => {
  expect(formatList(["a", "b"], "and")).toBe("a and b");
});
