import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import { trafficPlan, trafficProgress } from "./traffic-plan.ts";

const MINUTE_MS = 60_000;

const canary = (canaryPercentage?: number, canaryInterval?: number) =>
  trafficPlan({
    trafficRoutingConfig: {
      type: "TimeBasedCanary",
      timeBasedCanary: {
        ...(canaryPercentage !== undefined && { canaryPercentage }),
        ...(canaryInterval !== undefined && { canaryInterval }),
      },
    },
  });
const linear = (linearPercentage: number, linearInterval: number) =>
  trafficPlan({
    trafficRoutingConfig: { type: "TimeBasedLinear", timeBasedLinear: { linearPercentage, linearInterval } },
  });

function shifting(weight: number, startMs: number | undefined, status = "InProgress") {
  return makeTarget({
    status,
    events: [makeEvent("AllowTraffic", { status, startMs })],
    facts: { kind: "lambda", lambdaFunction: { targetVersionWeight: weight } },
  });
}

describe("the planned shifts", () => {
  test("of a canary are two", () => {
    expect(canary(10, 5)).toEqual([
      { percent: 10, afterMs: 0 },
      { percent: 100, afterMs: 5 * MINUTE_MS },
    ]);
  });

  test("of a linear plan are equal, but for the last", () => {
    expect(linear(10, 1)).toHaveLength(10);
    expect(linear(30, 2)?.map(({ percent, afterMs }) => [percent, afterMs / MINUTE_MS])).toEqual([
      [30, 0],
      [60, 2],
      [90, 4],
      [100, 6],
    ]);
  });

  test("of all at once is one", () => {
    expect(trafficPlan({ trafficRoutingConfig: { type: "AllAtOnce" } })).toEqual([
      { percent: 100, afterMs: 0 },
    ]);
  });

  test.each([undefined, 0, -10, 101, 12.5, Number.NaN])("cannot be read from %d percent", (percent) => {
    expect(canary(percent, 5)).toBeUndefined();
  });

  test("are not known without rules, or of a type that nobody knows", () => {
    const unknown: object = { type: "TimeBasedWave" };
    expect(trafficPlan({})).toBeUndefined();
    expect(trafficPlan({ trafficRoutingConfig: unknown })).toBeUndefined();
    expect(canary(10)).toBeUndefined();
  });

  test("only ever rise, and end at 100", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 60 }), (percent, minutes) => {
        const percents = (linear(percent, minutes) ?? []).map((step) => step.percent);
        expect(percents.at(-1)).toBe(100);
        expect(percents).toEqual([...new Set(percents)].toSorted((one, other) => one - other));
      }),
    );
  });
});

describe("the plan against what has happened", () => {
  const plan = linear(50, 3) ?? [];

  test("says which shift is next, and when: counted from the start of AllowTraffic", () => {
    expect(trafficProgress(plan, shifting(0.5, 1_000))).toEqual([
      { percent: 50, dueMs: 1_000, state: "done" },
      { percent: 100, dueMs: 1_000 + 3 * MINUTE_MS, state: "next" },
    ]);
  });

  test("has no clock before the start is known", () => {
    expect(trafficProgress(plan, shifting(0, undefined))).toEqual([
      { percent: 50, dueMs: undefined, state: "next" },
      { percent: 100, dueMs: undefined, state: "ahead" },
    ]);
  });

  test("goes by the weights, not by the clock", () => {
    expect(trafficProgress(plan, shifting(0, 1)).map(({ state }) => state)).toEqual(["next", "ahead"]);
  });

  test("is all done when AllowTraffic has succeeded, whatever the weights are by now", () => {
    const states = trafficProgress(plan, shifting(0, 1, "Succeeded")).map(({ state }) => state);
    expect(states).toEqual(["done", "done"]);
  });

  test("promises nothing once the shift has failed", () => {
    expect(trafficProgress(plan, shifting(0.5, 1, "Failed")).map(({ state }) => state)).toEqual([
      "done",
      "off",
    ]);
  });
});
