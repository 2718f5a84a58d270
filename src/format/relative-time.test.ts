import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatRelative } from "./relative-time.ts";

const NOW = 1_700_000_000_000;

describe("how far a moment is from now", () => {
  test.each([
    [0, "just now"],
    [1_499, "just now"],
    [-1_499, "just now"],
    [3_000, "3s ago"],
    [252_000, "4m ago"],
    [7_500_000, "2h ago"],
    [273_600_000, "3d ago"],
    [364 * 86_400_000, "364d ago"],
    [800 * 86_400_000, "2y ago"],
    [-30_000, "in 30s"],
    [-7_500_000, "in 2h"],
  ])("%d ms after it: %s", (agoMs, text) => {
    expect(formatRelative(NOW - agoMs, NOW)).toBe(text);
  });

  test("is always in words that a person can read, or not said at all", () => {
    fc.assert(
      fc.property(
        fc.double(),
        fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 8.64e15 }),
        (atMs, nowMs) => {
          expect(formatRelative(atMs, nowMs) ?? "just now").toMatch(
            /^(just now|\d+[smhdy] ago|in \d+[smhdy])$/,
          );
        },
      ),
    );
  });
});
