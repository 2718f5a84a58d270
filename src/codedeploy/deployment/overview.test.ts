import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countOf, overview } from "./overview.ts";

function reported(deploymentOverview: Record<string, number>) {
  const counted = overview({ deploymentOverview });
  if (counted.kind === "absent") throw new Error("The counts are absent.");
  return counted;
}

describe("the counts of targets", () => {
  test.each([undefined, {}, { Failed: undefined }])("none reported is absent, not zero: %j", (counts) => {
    expect(overview({ deploymentOverview: counts })).toEqual({ kind: "absent" });
  });

  test("stand in the order of a progress bar, with total and percent finished", () => {
    const { counts, total, finished, percentFinished } = reported({
      Pending: 3,
      Ready: 1,
      InProgress: 2,
      Skipped: 1,
      Failed: 1,
      Succeeded: 4,
    });
    expect(counts.map(({ word, tone, count }) => `${count} ${word} (${tone})`)).toEqual([
      "4 succeeded (ok)",
      "1 failed (fail)",
      "1 skipped (stop)",
      "2 in progress (run)",
      "1 ready (wait)",
      "3 pending (neutral)",
    ]);
    expect({ total, finished, percentFinished }).toEqual({ total: 12, finished: 6, percentFinished: 50 });
  });

  test("leave out a state that AWS did not count, and keep a zero that it did", () => {
    expect(reported({ Succeeded: 1, Failed: 0 }).counts.map(({ state }) => state)).toEqual([
      "Succeeded",
      "Failed",
    ]);
  });

  test("say 100 percent only when every target is done", () => {
    expect(reported({ Succeeded: 999_999, InProgress: 1 }).percentFinished).toBe(99);
    expect(reported({ Succeeded: 9, Failed: 1 }).percentFinished).toBe(100);
    expect(reported({ Succeeded: 0 }).percentFinished).toBeUndefined();
  });

  test("keep a number that can be no count apart from the sum", () => {
    const { counts, unusable, total } = reported({
      Succeeded: 2,
      Failed: -1,
      Pending: Number.NaN,
      Ready: 0.5,
    });
    expect(counts.map(({ state }) => state)).toEqual(["Succeeded"]);
    expect(unusable).toEqual([
      { word: "failed", text: "-1" },
      { word: "ready", text: "0.5" },
      { word: "pending", text: "not a number" },
    ]);
    expect(total).toBe(2);
  });

  test("of one state are asked for by its name", () => {
    expect(countOf(overview({ deploymentOverview: { Failed: 2 } }), "Failed")).toBe(2);
    expect(countOf(overview({ deploymentOverview: { Failed: 2 } }), "Skipped")).toBeUndefined();
    expect(countOf(overview({}), "Failed")).toBeUndefined();
  });

  test("add up to something finite, whatever AWS sends", () => {
    const count = fc.oneof(fc.double(), fc.maxSafeInteger(), fc.constant(1e15));
    fc.assert(
      fc.property(fc.record({ Succeeded: count, Failed: count, Pending: count, Ready: count }), (counts) => {
        const { total, finished, percentFinished } = reported(counts);
        expect(Number.isFinite(total)).toBe(true);
        expect(finished).toBeLessThanOrEqual(total);
        expect(percentFinished ?? 0).toBeLessThanOrEqual(100);
        expect(percentFinished ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
