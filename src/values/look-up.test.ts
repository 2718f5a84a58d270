import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keysOf, lookUp } from "./look-up.ts";

const TABLE: Readonly<Record<"b" | "a", number>> = { b: 1, a: 0 };

describe("looking up a value that AWS sent", () => {
  test("finds what the table knows, also when that is falsy", () => {
    expect(lookUp(TABLE, "a")).toBe(0);
    expect(lookUp(TABLE, "b")).toBe(1);
  });

  test.each(["", "A", "c", "constructor", "__proto__", "hasOwnProperty", "toString", undefined])(
    "finds nothing for %j",
    (value) => {
      expect(lookUp(TABLE, value)).toBeUndefined();
    },
  );

  test("finds nothing for any other text", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        fc.pre(value !== "a" && value !== "b");
        expect(lookUp(TABLE, value)).toBeUndefined();
      }),
    );
  });
});

test("the keys of a table come in the order in which it is written", () => {
  expect(keysOf(TABLE)).toEqual(["b", "a"]);
});
