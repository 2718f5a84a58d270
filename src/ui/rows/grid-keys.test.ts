import { describe, expect, test } from "vitest";
import { gridMove } from "./grid-keys.ts";

const SIZE = { rows: 100, columns: 8, page: 10 };
const AT = { row: 5, column: 3 };

describe("a key in a grid", () => {
  test.each([
    ["ArrowUp", false, { row: 4, column: 3 }],
    ["ArrowDown", false, { row: 6, column: 3 }],
    ["ArrowLeft", false, { row: 5, column: 2 }],
    ["ArrowRight", false, { row: 5, column: 4 }],
    ["Home", false, { row: 5, column: 0 }],
    ["End", false, { row: 5, column: 7 }],
    ["Home", true, { row: 0, column: 0 }],
    ["End", true, { row: 99, column: 7 }],
    ["PageUp", false, { row: 0, column: 3 }],
    ["PageDown", false, { row: 15, column: 3 }],
  ])("%s (with Ctrl: %s) leads on", (key, isFar, to) => {
    expect(gridMove(key, isFar, AT, SIZE)).toEqual(to);
  });

  test.each(["Enter", "a", "Tab", "constructor"])("%s is left to the browser", (key) => {
    expect(gridMove(key, false, AT, SIZE)).toBeUndefined();
  });

  test("never leads out of the grid", () => {
    expect(gridMove("ArrowDown", false, { row: 99, column: 0 }, SIZE)).toEqual({ row: 99, column: 0 });
    expect(gridMove("ArrowLeft", false, { row: 0, column: 0 }, SIZE)).toEqual({ row: 0, column: 0 });
  });
});
