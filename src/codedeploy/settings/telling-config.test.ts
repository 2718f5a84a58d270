import { expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { hasTellingConfig } from "./telling-config.ts";

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
