import { expect, test } from "vitest";
import { toPlain } from "./answers.ts";

test("dates become epoch milliseconds at any depth, and absent members stay absent", () => {
  const at = new Date(1_763_820_130_123);
  expect(
    toPlain({ createTime: at, list: [{ at }], flag: false, count: 0, text: "", gone: undefined, none: null }),
  ).toEqual({
    createTime: 1_763_820_130_123,
    list: [{ at: 1_763_820_130_123 }],
    flag: false,
    count: 0,
    text: "",
  });
});
