import * as fc from "fast-check";
import { expect, test } from "vitest";
import { NO_ROW_KEYS, recycleKeys } from "./row-window.ts";

test("what comes into sight takes the key of what has left", () => {
  const first = recycleKeys(NO_ROW_KEYS, ["a", "b", "c"]);
  expect([...first]).toEqual([
    ["a", 0],
    ["b", 1],
    ["c", 2],
  ]);
  expect([...recycleKeys(first, ["b", "c", "d"])]).toEqual([
    ["b", 1],
    ["c", 2],
    ["d", 0],
  ]);
});

test("keys are different, stay with their items, and are no more than there ever were items at once", () => {
  const windows = fc.array(fc.uniqueArray(fc.string({ maxLength: 2 }), { maxLength: 8 }));
  fc.assert(
    fc.property(windows, (all) => {
      let before = NO_ROW_KEYS;
      let most = 0;
      for (const items of all) {
        const keys = recycleKeys(before, items);
        most = Math.max(most, items.length);
        expect([...keys.keys()]).toEqual(items);
        expect(new Set(keys.values()).size).toBe(items.length);
        expect(Math.max(-1, ...keys.values())).toBeLessThan(Math.max(most, 8));
        for (const [item, key] of keys) expect(before.get(item) ?? key).toBe(key);
        expect(recycleKeys(keys, items)).toEqual(keys);
        before = keys;
      }
    }),
  );
});
