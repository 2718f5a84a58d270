import { expect, test } from "vitest";
import { formatList } from "./list.ts";

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
