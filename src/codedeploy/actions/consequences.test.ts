import type { ComputePlatform, DeploymentStatus } from "@aws-sdk/client-codedeploy";
import { describe, expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { LIVE_ACTION_KINDS } from "./action.ts";
import { consequences } from "./consequences.ts";

const inPlace: Deployment = {
  computePlatform: "Server",
  status: "InProgress",
  deploymentStyle: { deploymentType: "IN_PLACE" },
  deploymentOverview: { Succeeded: 3, InProgress: 2, Pending: 4, Failed: 1, Skipped: 0, Ready: 0 },
};
const blueGreen: Deployment = {
  computePlatform: "Server",
  status: "InProgress",
  deploymentStyle: { deploymentType: "BLUE_GREEN" },
};
const ecsTarget = (weight: number) =>
  makeTarget({
    status: "InProgress",
    facts: {
      kind: "ecs",
      taskSets: [
        { taskSetLabel: "Blue", trafficWeight: 100 - weight },
        { taskSetLabel: "Green", trafficWeight: weight },
      ],
    },
  });
const at = (weight: number, status: string) => [
  { ...ecsTarget(weight), events: [makeEvent("AllowTraffic", { status })] },
];
const shifting = (status: string) => [makeTarget({ events: [makeEvent("AllowTraffic", { status })] })];
const text = (...given: Parameters<typeof consequences>) => {
  const { will, warning = "" } = consequences(...given);
  return [...will, warning].join(" ");
};

test("every action says what it will do, on every platform and in every state", () => {
  const platforms: (ComputePlatform | undefined)[] = ["Server", "ECS", "Lambda", undefined];
  const statuses: (DeploymentStatus | undefined)[] = [
    "Created",
    "Queued",
    "InProgress",
    "Baking",
    "Ready",
    undefined,
  ];
  for (const computePlatform of platforms)
    for (const status of statuses)
      for (const deploymentType of ["IN_PLACE", "BLUE_GREEN"] as const)
        for (const kind of LIVE_ACTION_KINDS) {
          const deployment = {
            ...(computePlatform && { computePlatform }),
            ...(status && { status }),
            deploymentStyle: { deploymentType },
          };
          const { will } = consequences(kind, deployment, []);
          expect(will.length).toBeGreaterThan(0);
          for (const sentence of will) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
          expect(will.join(" ")).not.toMatch(/undefined|NaN/);
        }
});

describe("a stop", () => {
  test("on instances says how many have the new revision and how many are half-way", () => {
    const said = text("stop", inPlace, []);
    expect(said).toContain("3 of 10 instances have the new revision.");
    expect(said).toContain("2 are half-way");
    expect(said).toContain("1 failed.");
  });

  test("says no numbers that AWS does not report", () => {
    const { deploymentOverview: _, ...unread } = inPlace;
    expect(text("stop", unread, [])).not.toMatch(/\d/);
  });

  test("of two fleets says where the traffic is", () => {
    expect(text("stop", blueGreen, shifting("Pending"))).toContain("Traffic is on the original instances.");
    expect(text("stop", blueGreen, shifting("InProgress"))).toContain("Traffic is being rerouted now.");
  });

  test("of ECS says how much traffic has moved", () => {
    const ecs: Deployment = { computePlatform: "ECS", status: "InProgress" };
    expect(text("stop", ecs, [ecsTarget(10)])).toContain("10% of the traffic");
    expect(text("stop-and-roll-back", ecs, [ecsTarget(10)])).toContain("back to the original");
  });

  test("of ECS says that an event fails only while one runs, and speaks of a way back only once traffic has moved", () => {
    const ecs: Deployment = { computePlatform: "ECS", status: "InProgress" };
    expect(text("stop", ecs, at(40, "InProgress"))).toContain("The lifecycle event that runs fails");
    // At Ready, and while the original task set waits for its end.
    expect(text("stop", ecs, at(0, "Pending")).trim()).toBe(
      "CodeDeploy goes no further. No traffic has moved.",
    );
    expect(text("stop", ecs, at(100, "Succeeded"))).not.toContain("event");
    expect(text("stop-and-roll-back", ecs, at(0, "Pending"))).toContain(
      "the traffic stays on the original task set",
    );
    expect(text("stop-and-roll-back", ecs, at(0, "Pending"))).not.toContain("back to");
    expect(text("stop-and-roll-back", blueGreen, shifting("Pending"))).toContain(
      "the traffic stays on the original instances",
    );
  });

  test("of a restart, and of a rollback, speaks of no new revision", () => {
    const restart = text("stop", { ...inPlace, deploymentMode: "RESTART" }, []);
    expect(restart).toContain("The application was restarted on 3 of 10 instances.");
    expect(restart).not.toMatch(/revision|files/);
    const undoing = text("stop", { ...inPlace, creator: "codeDeployRollback" }, []);
    expect(undoing).toContain("3 of 10 instances have the revision that is rolled back to.");
  });

  test("of Lambda without a rollback is warned against, and confirmed by name", () => {
    const lambda: Deployment = { computePlatform: "Lambda", status: "InProgress" };
    expect(consequences("stop", lambda, [])).toMatchObject({ isIrreversible: true });
    expect(text("stop", lambda, [])).toContain("later deployments then fail");
    expect(consequences("stop-and-roll-back", lambda, [])).toMatchObject({
      isIrreversible: false,
      warning: undefined,
    });
  });

  test("of a rollback says that neither revision may be left whole", () => {
    expect(text("stop", { ...inPlace, creator: "codeDeployRollback" }, [])).toContain("is a rollback itself");
  });

  test("before the start only keeps it from starting", () => {
    expect(text("stop", { ...inPlace, status: "Queued" }, []).trim()).toBe("The deployment does not start.");
  });
});

test("to end the wait is confirmed by name, since it ends the instant rollback", () => {
  for (const deployment of [blueGreen, { computePlatform: "ECS", status: "InProgress" } as const]) {
    const { isIrreversible, warning } = consequences("end-wait", deployment, []);
    expect(isIrreversible).toBe(true);
    expect(warning).toContain("instant rollback");
  }
});
