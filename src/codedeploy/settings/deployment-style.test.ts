import { describe, expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { deploymentMode, deploymentStyle } from "./deployment-style.ts";

describe("how a deployment is done", () => {
  test.each([
    ["IN_PLACE", "In place"],
    ["BLUE_GREEN", "Blue/green"],
  ] as const)("is said in words for %s", (deploymentType, word) => {
    expect(deploymentStyle({ deploymentStyle: { deploymentType } }).type).toMatchObject({ word });
  });

  test.each([
    ["WITH_TRAFFIC_CONTROL", "With traffic control"],
    ["WITHOUT_TRAFFIC_CONTROL", "Without traffic control"],
  ] as const)("says what happens to the traffic for %s", (deploymentOption, word) => {
    expect(deploymentStyle({ deploymentStyle: { deploymentOption } }).trafficControl).toMatchObject({ word });
  });

  test("is shown as AWS wrote it for styles that nobody knows yet", () => {
    const style: object = { deploymentType: "ROLLING", deploymentOption: "SOME" };
    const deployment: Deployment = { deploymentStyle: style };
    expect(deploymentStyle(deployment)).toEqual({
      type: { word: "ROLLING" },
      trafficControl: { word: "SOME" },
    });
  });

  test("is left out when AWS does not say", () => {
    expect(deploymentStyle({})).toEqual({ type: undefined, trafficControl: undefined });
  });

  test("tells a restart from an installation, and neither from an answer without a mode", () => {
    expect(deploymentMode("RESTART")?.word).toBe("Restart");
    expect(deploymentMode("STANDARD")?.word).toBe("Standard");
    expect(deploymentMode("REPLAY")).toEqual({ word: "REPLAY" });
    expect(deploymentMode(undefined)).toBeUndefined();
  });
});
