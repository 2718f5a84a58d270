import * as fc from "fast-check";
import { expect, test } from "vitest";
import { recycledKeys } from "./row-window.ts";

test("what comes into sight takes the key of what has left", () => {
  const keysOf = recycledKeys();
  expect([...keysOf(["a", "b", "c"])]).toEqual([
    ["a", 0],
    ["b", 1],
    ["c", 2],
  ]);
  expect([...keysOf(["b", "c", "d"])]).toEqual([
    ["b", 1],
    ["c", 2],
    ["d", 0],
  ]);
});

test("keys are different, stay with their items, and are no more than there ever were items at once", () => {
  const windows = fc.array(fc.uniqueArray(fc.string({ maxLength: 2 }), { maxLength: 8 }));
  fc.assert(
    fc.property(windows, (all) => {
      const keysOf = recycledKeys();
      let before: ReadonlyMap<string, number> = new Map();
      let most = 0;
      for (const items of all) {
        const keys = keysOf(items);
        most = Math.max(most, items.length);
        expect([...keys.keys()]).toEqual(items);
        expect(new Set(keys.values()).size).toBe(items.length);
        expect(Math.max(-1, ...keys.values())).toBeLessThan(Math.max(most, 8));
        for (const [item, key] of keys) expect(before.get(item) ?? key).toBe(key);
        expect(keysOf(items)).toEqual(keys);
        before = keys;
      }
    }),
  );
});
