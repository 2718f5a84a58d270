import { describe, expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { blueGreenStages } from "./blue-green-stages.ts";

const SETTINGS = {
  greenFleetProvisioningOption: { action: "COPY_AUTO_SCALING_GROUP" },
  deploymentReadyOption: { actionOnTimeout: "STOP_DEPLOYMENT" },
  terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: 5 },
} as const;
const blueGreen = (members: Deployment): Deployment => ({
  computePlatform: "Server",
  status: "InProgress",
  deploymentStyle: { deploymentType: "BLUE_GREEN" },
  blueGreenDeploymentConfiguration: SETTINGS,
  deploymentOverview: { Pending: 2 },
  ...members,
});
const rerouting = makeTarget({ events: [makeEvent("AllowTraffic", { status: "InProgress" })] });
const states = (deployment: Deployment, targets = [makeTarget()]) =>
  blueGreenStages(deployment, targets)?.map(({ name, state }) => `${name}: ${state}`);

describe("the stages of an EC2 blue/green deployment", () => {
  test.each<[string, Deployment, string]>([
    ["before it starts", { status: "Queued" }, ""],
    ["without counts", { deploymentOverview: undefined }, "Provision instances"],
    ["with counts", {}, "Install"],
    ["Ready", { status: "Ready" }, "Wait to reroute"],
    ["with the termination wait begun", { instanceTerminationWaitTimeStarted: true }, "Wait to terminate"],
  ])("%s", (_, members, now) => {
    const current = states(blueGreen(members))?.filter((step) => /: (current|waiting)$/.test(step));
    expect(current?.map((step) => step.split(":")[0])).toEqual(now === "" ? [] : [now]);
  });

  test("with traffic that is rerouted", () => {
    expect(states(blueGreen({}), [rerouting])).toEqual([
      "Provision instances: done",
      "Install: done",
      "Wait to reroute: done",
      "Reroute traffic: current",
      "Wait to terminate: ahead",
    ]);
  });

  test("are only those that the settings have", () => {
    expect(states(blueGreen({ blueGreenDeploymentConfiguration: {} }))).toEqual([
      "Install: current",
      "Reroute traffic: ahead",
    ]);
  });

  test("are all done only once it has succeeded, and end where it failed", () => {
    expect(states(blueGreen({ status: "Succeeded" }))?.every((step) => step.endsWith("done"))).toBe(true);
    expect(states(blueGreen({ status: "Failed" }))).toContain("Install: ended");
    expect(states(blueGreen({ status: "Failed" }))).toContain("Reroute traffic: never");
  });

  test("end at the provisioning where no instance has come up", () => {
    expect(states(blueGreen({ status: "Failed", deploymentOverview: undefined }), [])).toContain(
      "Provision instances: ended",
    );
  });

  test("end at the wait, not at the rerouting that was skipped, where nobody rerouted the traffic", () => {
    const waited = makeTarget({
      events: [
        makeEvent("ValidateService", { status: "Succeeded" }),
        makeEvent("AllowTraffic", { status: "Skipped" }),
      ],
    });
    const original = makeTarget({ events: [makeEvent("BlockTraffic", { status: "Skipped" })] });
    expect(states(blueGreen({ status: "Stopped" }), [waited, original])).toEqual([
      "Provision instances: done",
      "Install: done",
      "Wait to reroute: ended",
      "Reroute traffic: never",
      "Wait to terminate: never",
    ]);
  });

  test("end at the installation where an event of it failed and the rerouting was skipped", () => {
    const failed = makeTarget({
      events: [
        makeEvent("BeforeInstall", { status: "Failed" }),
        makeEvent("AllowTraffic", { status: "Skipped" }),
      ],
    });
    expect(states(blueGreen({ status: "Failed" }), [failed])).toContain("Install: ended");
  });

  test("are none of other deployments", () => {
    expect(blueGreenStages(blueGreen({ computePlatform: "ECS" }), [])).toBeUndefined();
    expect(
      blueGreenStages(blueGreen({ deploymentStyle: { deploymentType: "IN_PLACE" } }), []),
    ).toBeUndefined();
  });
});
