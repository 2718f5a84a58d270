import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DeploymentConfigInfo } from "../settings/deployment-config.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { healthBudget } from "./health-budget.ts";

function fleet(total: number, failed = 0): Deployment {
  return {
    status: "InProgress",
    computePlatform: "Server",
    deploymentStyle: { deploymentType: "IN_PLACE" },
    deploymentOverview: { Pending: total - failed, Failed: failed },
  };
}

const atLeast = (type: "HOST_COUNT" | "FLEET_PERCENT", value: number): DeploymentConfigInfo => ({
  minimumHealthyHosts: { type, value },
});

describe("how many more failures fail a deployment", () => {
  // The examples of AWS's user guide, all with 10 instances.
  test.each([
    ["95% is rounded up to 10: it fails at once", atLeast("FLEET_PERCENT", 95), 0],
    ["9 of 10", atLeast("HOST_COUNT", 9), 1],
    ["8 of 10", atLeast("HOST_COUNT", 8), 2],
    ["none: all must fail", atLeast("HOST_COUNT", 0), 10],
    ["half", atLeast("FLEET_PERCENT", 50), 5],
    ["more than there are", atLeast("HOST_COUNT", 99), 0],
  ])("%s", (_, config, failuresLeft) => {
    expect(healthBudget(fleet(10), config)?.failuresLeft).toBe(failuresLeft);
  });

  test("40 percent of 9 instances are 4, as in AWS's reference", () => {
    expect(healthBudget(fleet(9), atLeast("FLEET_PERCENT", 40))?.minimumHealthy).toBe(4);
  });

  test("takes off those that have failed already", () => {
    expect(healthBudget(fleet(10, 1), atLeast("HOST_COUNT", 7))).toEqual({
      total: 10,
      minimumHealthy: 7,
      failed: 1,
      failuresLeft: 2,
    });
  });

  const half = atLeast("FLEET_PERCENT", 50);
  const most: object = { minimumHealthyHosts: { type: "MOST_CONCURRENCY", value: 1 } };
  test.each<[string, Deployment, DeploymentConfigInfo]>([
    ["one at a time", fleet(10), most],
    ["zonal configurations", fleet(10), { ...half, zonalConfig: {} }],
    ["replacement fleets", { ...fleet(10), deploymentStyle: { deploymentType: "BLUE_GREEN" } }, half],
    ["ECS", { ...fleet(10), computePlatform: "ECS" }, half],
    ["a deployment that has finished", { ...fleet(10), status: "Failed" }, half],
    ["unreported counts", { ...fleet(10), deploymentOverview: {} }, half],
    ["an unreported count of failures", { ...fleet(10), deploymentOverview: { Pending: 10 } }, half],
    ["no instances", fleet(0), half],
    ["instances that have all finished", fleet(1, 1), atLeast("HOST_COUNT", 0)],
    ["a configuration without rules", fleet(10), {}],
    ["a percentage above 100", fleet(10), atLeast("FLEET_PERCENT", 101)],
    ["a negative minimum", fleet(10), atLeast("HOST_COUNT", -1)],
  ])("is not computed for %s", (_, deployment, config) => {
    expect(healthBudget(deployment, config)).toBeUndefined();
  });

  test("is never negative nor more than the fleet", () => {
    const config = fc
      .tuple(fc.constantFrom("HOST_COUNT" as const, "FLEET_PERCENT" as const), fc.double())
      .map(([type, value]) => atLeast(type, value));
    fc.assert(
      fc.property(fc.nat({ max: 1_000 }), fc.nat({ max: 1_000 }), config, (total, failed, rules) => {
        const left = healthBudget(fleet(total + failed, failed), rules)?.failuresLeft ?? 0;
        expect(left >= 0 && left <= total).toBe(true);
      }),
    );
  });
});
