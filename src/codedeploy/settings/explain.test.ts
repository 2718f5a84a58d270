import { describe, expect, test } from "vitest";
import { distinct, present } from "../../values/lists.ts";
import { explain } from "./explain.ts";

const TABLE = { KNOWN: { word: "Known", meaning: "We know it." } };

describe("a value that AWS sent", () => {
  test("is shown in words when it is known", () => {
    expect(explain(TABLE, "KNOWN")).toEqual({ word: "Known", meaning: "We know it." });
  });

  test.each(["NEW", "known", "constructor", "__proto__", "toString"])(
    "is shown as AWS wrote it when nobody knows it yet: %s",
    (value) => {
      expect(explain(TABLE, value)).toEqual({ word: value });
    },
  );

  test.each([undefined, ""])("that says nothing is not shown: %j", (value) => {
    expect(explain(TABLE, value)).toBeUndefined();
  });
});

describe("a list that AWS sent", () => {
  test("holds what is there and nothing else", () => {
    expect(present(["a", null, "", undefined, "b"])).toEqual(["a", "", "b"]);
  });

  test("may repeat itself and is shown without that", () => {
    expect(distinct(["b", "a", "b"])).toEqual(["b", "a"]);
    expect(distinct([{ name: "a" }, { name: "a" }])).toEqual([{ name: "a" }]);
  });

  test.each([undefined, null, []])("may be missing: %j", (items) => {
    expect(present(items)).toEqual([]);
  });
});
