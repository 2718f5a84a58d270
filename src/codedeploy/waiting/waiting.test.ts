import { describe, expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { waiting } from "./waiting.ts";

const COPIED_FLEET: Deployment = {
  status: "InProgress",
  deploymentGroupName: "prod",
  deploymentId: "d-74D35AS7C",
  blueGreenDeploymentConfiguration: {
    greenFleetProvisioningOption: { action: "COPY_AUTO_SCALING_GROUP" },
    terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: 60 },
  },
};

describe("what a deployment waits for", () => {
  test.each([
    ["Created", "start"],
    ["Queued", "turn"],
    ["InProgress", "work"],
    ["Baking", "bake"],
    ["Ready", "reroute"],
    ["Succeeded", "nothing"],
    ["Failed", "nothing"],
    ["Stopped", "nothing"],
  ] as const)("%s: %s", (status, kind) => {
    expect(waiting({ status }).kind).toBe(kind);
  });

  test.each(["Paused", "constructor", ""])("is not known for a status that nobody knows: %j", (status) => {
    const deployment: object = { status };
    expect(waiting(deployment)).toEqual({ kind: "unknown" });
    expect(waiting({})).toEqual({ kind: "unknown" });
  });
});

describe("a blue/green deployment that is Ready", () => {
  test("names its wait and that it stops after it", () => {
    const deployment: Deployment = {
      status: "Ready",
      computePlatform: "ECS",
      blueGreenDeploymentConfiguration: {
        deploymentReadyOption: { actionOnTimeout: "STOP_DEPLOYMENT", waitTimeInMinutes: 90 },
      },
    };
    expect(waiting(deployment)).toEqual({ kind: "reroute", outcome: "stop", waitMinutes: 90, maxHours: 120 });
  });

  test("that goes on by itself says so, with the longest wait of EC2", () => {
    const deployment: Deployment = {
      status: "Ready",
      computePlatform: "Server",
      blueGreenDeploymentConfiguration: { deploymentReadyOption: { actionOnTimeout: "CONTINUE_DEPLOYMENT" } },
    };
    expect(waiting(deployment)).toEqual({
      kind: "reroute",
      outcome: "continue",
      waitMinutes: undefined,
      maxHours: 48,
    });
  });

  test("without settings leaves open what becomes of it", () => {
    const expected = { kind: "reroute", outcome: "unknown", waitMinutes: undefined, maxHours: undefined };
    expect(waiting({ status: "Ready" })).toEqual(expected);
  });

  test.each([-1, Number.NaN, 0.5, Number.POSITIVE_INFINITY])(
    "%d minutes are no wait",
    (waitTimeInMinutes) => {
      const deployment: Deployment = {
        status: "Ready",
        blueGreenDeploymentConfiguration: { deploymentReadyOption: { waitTimeInMinutes } },
      };
      expect(waiting(deployment)).toMatchObject({ waitMinutes: undefined });
    },
  );
});

describe("a blue/green deployment in progress", () => {
  test("without counts yet builds its replacement Auto Scaling group, by name", () => {
    expect(waiting(COPIED_FLEET)).toEqual({
      kind: "provisioning",
      autoScalingGroup: "CodeDeploy_prod_d-74D35AS7C",
    });
    expect(waiting({ ...COPIED_FLEET, deploymentGroupName: "" })).toMatchObject({
      autoScalingGroup: undefined,
    });
  });

  test("with counts works on its instances", () => {
    expect(waiting({ ...COPIED_FLEET, deploymentOverview: { Pending: 2 } })).toEqual({ kind: "work" });
  });

  test("that started the termination wait names its length", () => {
    const deployment = { ...COPIED_FLEET, instanceTerminationWaitTimeStarted: true };
    expect(waiting(deployment)).toEqual({ kind: "termination", waitMinutes: 60 });
  });

  test.each<[string, Deployment]>([
    ["has no instances", { computePlatform: "Lambda" }],
    ["has a task set, of which the targets tell", { computePlatform: "ECS" }],
    ["is in place", { deploymentStyle: { deploymentType: "IN_PLACE" } }],
  ])("waits for no termination of instances where it %s", (_, members) => {
    const deployment: Deployment = {
      ...COPIED_FLEET,
      deploymentOverview: { Succeeded: 2 },
      instanceTerminationWaitTimeStarted: true,
      ...members,
    };
    expect(waiting(deployment).kind).toBe("work");
  });

  test("waits for no termination where the settings keep the original, whatever the flag says", () => {
    const kept: Deployment = {
      ...COPIED_FLEET,
      deploymentOverview: { Succeeded: 2 },
      instanceTerminationWaitTimeStarted: true,
      blueGreenDeploymentConfiguration: {
        terminateBlueInstancesOnDeploymentSuccess: { action: "KEEP_ALIVE" },
      },
    };
    expect(waiting(kept).kind).toBe("work");
  });
});
