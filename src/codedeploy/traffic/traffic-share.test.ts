import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import { trafficPlan } from "./traffic-plan.ts";
import { trafficShare, trafficShareWords } from "./traffic-share.ts";

const lambda = (weight: number | undefined, status = "InProgress", startMs?: number) =>
  makeTarget({
    id: `f:${weight}`,
    status,
    events: [makeEvent("AllowTraffic", { status, startMs })],
    facts: {
      kind: "lambda",
      lambdaFunction: { currentVersion: "1", ...(weight !== undefined && { targetVersionWeight: weight }) },
    },
  });
const LINEAR = trafficPlan({
  trafficRoutingConfig: {
    type: "TimeBasedLinear",
    timeBasedLinear: { linearPercentage: 25, linearInterval: 1 },
  },
});

describe("the share of the traffic on the new version", () => {
  test("is that of the one target, with the shift that is next and when", () => {
    expect(trafficShare([lambda(0.25, "InProgress", 1_000)], LINEAR)).toEqual({
      percent: 25,
      targetCount: 1,
      ticks: [25, 50, 75],
      next: { percent: 50, dueMs: 61_000, state: "next" },
    });
  });

  test("of several targets is that of the one that is least far", () => {
    const share = trafficShare([lambda(1, "Succeeded"), lambda(0.1)], undefined);
    expect(share).toEqual({ percent: 10, targetCount: 2, ticks: [], next: undefined });
    expect(share && trafficShareWords(share, "the new version")).toBe(
      "10% of the traffic is on the new version of the target that is least far, of 2 targets",
    );
  });

  test("is not known where a target does not report it, or there are no targets with traffic", () => {
    expect(trafficShare([lambda(0.1), lambda(undefined)], LINEAR)).toBeUndefined();
    expect(trafficShare([makeTarget()], LINEAR)).toBeUndefined();
    expect(trafficShare([], LINEAR)).toBeUndefined();
  });

  test.each([
    [0, "No traffic is on the new version"],
    [0.5, "50% of the traffic is on the new version"],
    [1, "All traffic is on the new version"],
  ])("of the weight %d is said as %j", (weight, words) => {
    const share = trafficShare([lambda(weight)], undefined);
    expect(share && trafficShareWords(share, "the new version")).toBe(words);
  });

  test("never says that all or none is there unless the weights of all targets say so", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 }),
        (weights) => {
          const share = trafficShare(
            weights.map((weight) => lambda(weight)),
            LINEAR,
          );
          const words = share ? trafficShareWords(share, "it") : "";
          const least = Math.min(...weights);
          expect(words.startsWith("All")).toBe(least > 0.99995);
          expect(words.startsWith("No ")).toBe(least < 0.00005);
        },
      ),
    );
  });
});
