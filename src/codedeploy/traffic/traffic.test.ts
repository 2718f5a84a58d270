import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Target, TaskSet } from "../targets/target.ts";
import { traffic } from "./traffic.ts";

function ecs(taskSets: TaskSet[], members: Partial<Target> = {}): Target {
  return makeTarget({ status: "InProgress", ...members, facts: { kind: "ecs", taskSets } });
}

function lambda(targetVersionWeight?: number): Target {
  const lambdaFunction = {
    currentVersion: "1",
    targetVersion: "2",
    ...(targetVersionWeight !== undefined && { targetVersionWeight }),
  };
  return makeTarget({ facts: { kind: "lambda", lambdaFunction } });
}

function cloudFormation(weight: number | undefined): Target {
  return makeTarget({ facts: { kind: "cloudformation", resourceType: undefined, weight } });
}

const SHIFTED = { events: [makeEvent("AllowTraffic", { status: "Succeeded" })] };

describe("the traffic of ECS", () => {
  test("goes by the labels, whatever the roles say", () => {
    const sides = traffic(
      ecs([
        { identifer: "old", taskSetLabel: "Blue", status: "ACTIVE", trafficWeight: 0 },
        { identifer: "new", taskSetLabel: "Green", status: "PRIMARY", trafficWeight: 100 },
      ]),
    );
    expect(sides).toMatchObject({
      original: { name: "old", percent: 0 },
      replacement: { name: "new", percent: 100 },
      others: [],
    });
  });

  const unlabelled: TaskSet[] = [
    { identifer: "one", status: "PRIMARY", trafficWeight: 90 },
    { identifer: "two", status: "ACTIVE", trafficWeight: 10 },
  ];

  test("without labels goes by the roles: the primary task set is the original while traffic moves", () => {
    expect(traffic(ecs(unlabelled))).toMatchObject({
      original: { name: "one" },
      replacement: { name: "two" },
    });
  });

  test("and the replacement when all is done", () => {
    expect(traffic(ecs(unlabelled, { status: "Succeeded" }))).toMatchObject({
      original: { name: "two" },
      replacement: { name: "one" },
    });
  });

  test.each([
    ["between the shift and the end", SHIFTED],
    ["after a failure", { status: "Failed" }],
  ])("is not guessed %s, where the roles may have swapped or not", (_, members) => {
    expect(traffic(ecs(unlabelled, members))).toMatchObject({
      original: undefined,
      replacement: undefined,
      others: [{ name: "one" }, { name: "two" }],
    });
  });

  test("keeps a third task set, and one of an unknown label", () => {
    const odd: object = { identifer: "odd", taskSetLabel: "Purple" };
    const sides = traffic(ecs([{ taskSetLabel: "Blue" }, { taskSetLabel: "Blue" }, odd]));
    expect(sides?.others).toHaveLength(2);
  });

  test("is absent, not zero, without task sets or weights", () => {
    expect(traffic(ecs([]))).toBeUndefined();
    expect(traffic(ecs([{ taskSetLabel: "Green" }]))?.replacement).toMatchObject({ percent: undefined });
  });
});

describe("the traffic of Lambda", () => {
  test("reads the weight as a fraction: 1 is all of it", () => {
    expect(traffic(lambda(1))).toMatchObject({ original: { percent: 0 }, replacement: { percent: 100 } });
    expect(traffic(lambda(0.1))).toEqual({
      original: { name: "1", percent: 90 },
      replacement: { name: "2", percent: 10 },
      others: [],
    });
  });

  test.each([undefined, 10, -0.1, Number.NaN])("has no share for a weight that can be none: %d", (weight) => {
    expect(traffic(lambda(weight))).toMatchObject({
      original: { name: "1", percent: undefined },
      replacement: { name: "2", percent: undefined },
    });
  });
});

describe("the traffic of other targets", () => {
  test.each([
    [0, 0],
    [0.25, 25],
    [1, 100],
    [40, 40],
  ])("of CloudFormation: a weight of %d is %d percent", (weight, percent) => {
    expect(traffic(cloudFormation(weight))?.replacement?.percent).toBe(percent);
  });

  test("is absent where the target has none", () => {
    expect(traffic(cloudFormation(undefined))).toBeUndefined();
    expect(traffic(makeTarget())).toBeUndefined();
    expect(traffic(makeTarget({ facts: { kind: "unknown", typeName: "X" } }))).toBeUndefined();
  });
});

test("a share is never outside of 0 to 100", () => {
  fc.assert(
    fc.property(fc.double(), (weight) => {
      const targets = [lambda(weight), cloudFormation(weight), ecs([{ trafficWeight: weight }])];
      const found = targets.flatMap((target) => traffic(target) ?? []);
      const sides = found.flatMap(({ original, replacement, others }) => [[original, replacement], others]);
      const percents = sides.flat().flatMap((side) => side?.percent ?? []);
      expect(percents.every((percent) => percent >= 0 && percent <= 100)).toBe(true);
    }),
  );
});
