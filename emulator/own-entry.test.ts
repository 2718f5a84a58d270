import { expect, test } from "vitest";
import { ownEntry } from "./own-entry.ts";

test("a table gives what it has", () => {
  const table = { GetId: 1, toString: 2 };
  expect(ownEntry(table, "GetId")).toBe(1);
  expect(ownEntry(table, "toString")).toBe(2);
});

test.each(Object.getOwnPropertyNames(Object.prototype))(
  "a table gives nothing for %s, which it inherits",
  (name) => {
    expect(ownEntry<unknown>({ GetId: 1 }, name)).toBeUndefined();
  },
);
