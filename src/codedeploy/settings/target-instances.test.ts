import { describe, expect, test } from "vitest";
import { targetInstances } from "./target-instances.ts";

function conditionOf(filter: object) {
  return targetInstances({ targetInstances: { tagFilters: [filter] } })?.tagFilters[0];
}

describe("target instances", () => {
  test.each([
    ["KEY_ONLY", { match: "key", key: "Stage" }],
    ["VALUE_ONLY", { match: "value", value: "prod" }],
    ["KEY_AND_VALUE", { match: "both", key: "Stage", value: "prod" }],
    ["KEY_PREFIX", { match: "unknown", type: "KEY_PREFIX", key: "Stage", value: "prod" }],
    ["__proto__", { match: "unknown", type: "__proto__", key: "Stage", value: "prod" }],
  ])("are chosen by what a %s filter looks at", (Type, condition) => {
    expect(conditionOf({ Key: "Stage", Value: "prod", Type })).toEqual(condition);
  });

  test.each([
    [{ Key: "Stage" }, { match: "key", key: "Stage" }],
    [{ Value: "prod" }, { match: "value", value: "prod" }],
    [
      { Key: "Stage", Value: "" },
      { match: "both", key: "Stage", value: "" },
    ],
  ])("are chosen by what is there when the type is missing: %j", (filter, condition) => {
    expect(conditionOf(filter)).toEqual(condition);
  });

  test("keep the tag sets apart: one tag of each is needed", () => {
    const ec2TagSetList = [
      [
        { Key: "Stage", Value: "prod" },
        { Key: "Stage", Value: "beta" },
      ],
      [],
      [{ Key: "Role", Value: "web" }],
    ];
    expect(targetInstances({ targetInstances: { ec2TagSet: { ec2TagSetList } } })?.tagSets).toMatchObject([
      [{ value: "prod" }, { value: "beta" }],
      [{ value: "web" }],
    ]);
  });

  test.each([
    {},
    { targetInstances: {} },
    { targetInstances: { autoScalingGroups: [""], tagFilters: [], ec2TagSet: { ec2TagSetList: [[]] } } },
  ])("are not mentioned when none were chosen: %j", (deployment) => {
    expect(targetInstances(deployment)).toBeUndefined();
  });
});
