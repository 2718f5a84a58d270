import { describe, expect, test } from "vitest";
import { AppError } from "../../errors/app-error.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { fakeFleet } from "../../../testing/fake-fleet.ts";

function instances(count: number, status: "Pending" | "Succeeded" = "Pending") {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`i-${index}`, status] as const));
}

const running = (Pending: number): Deployment => ({
  status: "InProgress",
  computePlatform: "Server",
  deploymentOverview: { Pending, Failed: 0 },
});
describe("targets that come and go", () => {
  test("join when AWS counts more of them", async () => {
    const { world, refresh } = fakeFleet(instances(2));
    world.deployment = running(2);
    await refresh();
    world.statuses.set("i-new", "Pending");
    world.deployment = running(3);
    expect((await refresh()).list.ids).toEqual(["i-0", "i-1", "i-new"]);
  });

  test.each(["left out of the answer", "refused together with its batch"])(
    "one that vanishes between list and details is kept as gone when it is %s",
    async (how) => {
      const { world, refresh } = fakeFleet(instances(10));
      world.deployment = running(10);
      (how.startsWith("left") ? world.unanswered : world.refused).add("i-4");
      const { list } = await refresh();
      expect(list.entries.get("i-4")).toEqual({ kind: "gone", last: undefined });
      expect(list.entries.get("i-5")).toMatchObject({ kind: "read" });
      await refresh();
      expect(world.batches.flat()).not.toContain("i-4");
    },
  );

  test("one that is not listed any more keeps how it was last seen", async () => {
    const { world, refresh } = fakeFleet(instances(2));
    world.deployment = running(2);
    await refresh();
    world.statuses.delete("i-1");
    world.deployment = running(1);
    expect((await refresh()).list.entries.get("i-1")).toMatchObject({
      kind: "gone",
      last: { status: "Pending" },
    });
  });

  test("none yet is a state of a deployment that has not started, and no error", async () => {
    const { world, refresh } = fakeFleet({});
    world.isStarted = false;
    const { list } = await refresh();
    expect(list).toMatchObject({ stage: "not-started", listError: undefined });
    world.isStarted = true;
    world.statuses.set("i-0", "Pending");
    expect((await refresh()).list).toMatchObject({ stage: "listed", ids: ["i-0"] });
  });
});

describe("a part that AWS refuses", () => {
  const denied = new AppError("access-denied", { action: "codedeploy:BatchGetDeploymentTargets" });

  test("takes away the details only, and is not asked over and over", async () => {
    const { world, poll, refresh } = fakeFleet(instances(60));
    world.batchFault = denied;
    const { list } = await refresh();
    expect(list).toMatchObject({ stage: "listed", detailsError: denied, listError: undefined });
    expect(list.ids).toHaveLength(60);
    expect(poll.intervalMs()).toBe(false);
  });

  test("listing leaves the details of known targets alive", async () => {
    const { world, refresh } = fakeFleet(instances(2));
    world.deployment = running(2);
    await refresh();
    world.listFault = new AppError("network");
    world.deployment = running(3);
    world.statuses.set("i-0", "Succeeded");
    const { list } = await refresh();
    expect(list.listError).toBe(world.listFault);
    expect(list.entries.get("i-0")).toMatchObject({ target: { status: "Succeeded" } });
    world.listFault = undefined;
    expect((await refresh()).list.listError).toBeUndefined();
  });

  test("because of too many requests is left in peace: no other request follows", async () => {
    const { world, refresh } = fakeFleet(instances(2));
    world.listFault = new AppError("throttled");
    expect((await refresh()).requests).toBe(1);
  });
});
