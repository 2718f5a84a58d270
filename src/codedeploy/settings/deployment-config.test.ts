import { describe, expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { deploymentConfig, hasTellingConfig } from "./deployment-config.ts";

function meaningOf(name: string): string | undefined {
  return deploymentConfig(`CodeDeployDefault.${name}`)?.meaning;
}

describe("a deployment configuration", () => {
  test.each([
    ["AllAtOnce", "at least one"],
    ["HalfAtATime", "at least half"],
    ["OneAtATime", "unless it is the last"],
    ["LambdaAllAtOnce", "function version at once"],
    ["LambdaCanary10Percent5Minutes", "after 5 minutes"],
    ["LambdaCanary10Percent10Minutes", "after 10 minutes"],
    ["LambdaCanary10Percent15Minutes", "after 15 minutes"],
    ["LambdaCanary10Percent30Minutes", "after 30 minutes"],
    ["LambdaLinear10PercentEvery1Minute", "every minute"],
    ["LambdaLinear10PercentEvery2Minutes", "every 2 minutes"],
    ["LambdaLinear10PercentEvery3Minutes", "every 3 minutes"],
    ["LambdaLinear10PercentEvery10Minutes", "every 10 minutes"],
    ["ECSAllAtOnce", "task set at once"],
    ["ECSCanary10Percent5Minutes", "after 5 minutes"],
    ["ECSCanary10Percent15Minutes", "after 15 minutes"],
    ["ECSLinear10PercentEvery1Minutes", "every minute"],
    ["ECSLinear10PercentEvery3Minutes", "every 3 minutes"],
  ])("of AWS's own is explained: %s", (name, words) => {
    expect(meaningOf(name)).toContain(words);
  });

  test("of one's own is named as custom, since its rules are not sent", () => {
    expect(deploymentConfig("OneAtATime")).toMatchObject({
      word: "OneAtATime",
      meaning: expect.stringContaining("custom"),
    });
  });

  test.each(["Brand.New", "constructor", "__proto__", ""])(
    "of AWS's that nobody knows yet is only named: %j",
    (name) => {
      expect(deploymentConfig(`CodeDeployDefault.${name}`)).toEqual({ word: `CodeDeployDefault.${name}` });
    },
  );

  test.each([undefined, ""])("that is absent is not named: %j", (name) => {
    expect(deploymentConfig(name)).toBeUndefined();
  });
});

const IN_PLACE = { computePlatform: "Server", deploymentStyle: { deploymentType: "IN_PLACE" } } as const;

test.each<[string, boolean, Deployment]>([
  ["a running fleet", true, { ...IN_PLACE, status: "InProgress", deploymentConfigName: "half" }],
  ["a fleet that is done", false, { ...IN_PLACE, status: "Failed", deploymentConfigName: "half" }],
  ["a replacement fleet", false, { computePlatform: "Server", deploymentConfigName: "half" }],
  [
    "a Lambda canary, even when it is done",
    true,
    {
      computePlatform: "Lambda",
      status: "Succeeded",
      deploymentConfigName: "CodeDeployDefault.LambdaCanary10Percent5Minutes",
    },
  ],
  [
    "Lambda all at once",
    false,
    { computePlatform: "Lambda", deploymentConfigName: "CodeDeployDefault.LambdaAllAtOnce" },
  ],
  [
    "ECS all at once",
    false,
    { computePlatform: "ECS", deploymentConfigName: "CodeDeployDefault.ECSAllAtOnce" },
  ],
  ["a custom ECS configuration", true, { computePlatform: "ECS", deploymentConfigName: "slow" }],
  ["a name that can be none", false, { computePlatform: "ECS", deploymentConfigName: "<b>slow</b>" }],
  ["no name to ask for", false, { computePlatform: "ECS" }],
  ["an unknown platform", false, { deploymentConfigName: "slow" }],
])("the configuration is asked for where it says something: %s: %s", (_, isAsked, deployment) => {
  expect(hasTellingConfig(deployment)).toBe(isAsked);
});
