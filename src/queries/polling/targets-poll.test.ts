import { QueryObserver } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import type { TargetList } from "../../codedeploy/targets/target-list.ts";
import { fakeFleet } from "../../../testing/fake-fleet.ts";

function instances(count: number, status: "Pending" | "Succeeded" = "Pending") {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`i-${index}`, status] as const));
}

const running = (Pending: number): Deployment => ({
  status: "InProgress",
  computePlatform: "Server",
  deploymentOverview: { Pending, Failed: 0 },
});
const finished = (Succeeded: number): Deployment => ({
  ...running(0),
  status: "Succeeded",
  deploymentOverview: { Succeeded, Failed: 0 },
});

test("a tab that leaves the asking to another asks when somebody insists, and once", async () => {
  const heard = {
    topic: "targets",
    askedAtMs: Date.now(),
    atMs: Date.now(),
    nextInMs: 5_000,
    body: undefined,
    failure: undefined,
  };
  const { world, poll, refresh } = fakeFleet(instances(3), {
    lead: { leads: async () => false, take: async () => {}, release() {} },
    channel: { post() {}, heard: () => heard, isOutdated: () => false, onBody() {}, setDeaf() {} },
  });
  world.deployment = running(3);
  expect((await refresh()).requests, "it knows nothing yet, and the other has nothing new").toBe(2);
  expect((await refresh()).requests).toBe(0);
  poll.insist();
  expect((await refresh()).requests).toBe(1);
  expect((await refresh()).requests).toBe(0);
});

test("targets that were listed beside the first GetDeployment are not listed again because of its answer", async () => {
  const { world, refresh } = fakeFleet(instances(3));
  world.whenListing = () => {
    world.deployment = running(3);
  };
  expect((await refresh()).list.ids).toHaveLength(3);
  await refresh();
  expect(world.lists).toHaveLength(0);
  expect(world.batches).toHaveLength(1);
});

test("targets are asked for no more once the deployment is refused for good", async () => {
  const { world, poll, refresh } = fakeFleet(instances(3));
  world.deployment = running(3);
  await refresh();
  world.hasStopped = true;
  expect(poll.intervalMs()).toBe(false);
  expect((await refresh()).requests).toBe(0);
  world.hasStopped = false;
  expect((await refresh()).requests).toBe(1);
});

describe("a fleet of 1,000 instances", () => {
  test("is read once in 10 listings and 40 batches, never with more than 4 requests in flight", async () => {
    const { world, refresh } = fakeFleet(instances(1_000));
    world.deployment = running(1_000);
    const { list } = await refresh();
    expect(world.lists).toHaveLength(10);
    expect(world.batches).toHaveLength(40);
    expect(world.batches.every((ids) => ids.length === 25)).toBe(true);
    expect(world.maxInFlight).toBe(4);
    expect(list.ids).toHaveLength(1_000);
    expect([...list.entries.values()].every(({ kind }) => kind === "read")).toBe(true);
  });

  test("asks again for those that are not final only, and lists none of them again", async () => {
    const { world, refresh } = fakeFleet({
      ...instances(1_000, "Succeeded"),
      "i-7": "InProgress",
      "i-900": "Pending",
    });
    world.deployment = running(1_000);
    await refresh();
    expect((await refresh()).requests).toBe(1);
    expect(world.batches).toEqual([["i-7", "i-900"]]);
  });

  test("at rest costs no request, and is not asked again", async () => {
    const { world, poll, refresh } = fakeFleet(instances(1_000, "Succeeded"));
    world.deployment = finished(1_000);
    await refresh();
    expect(poll.intervalMs()).toBe(false);
    expect((await refresh()).requests).toBe(0);
  });

  test("tells the failed ones first, at the price of one listing", async () => {
    const { world, refresh } = fakeFleet({ ...instances(1_000, "Succeeded"), "i-998": "Failed" });
    world.deployment = { ...finished(999), status: "Failed", deploymentOverview: { Failed: 1 } };
    await refresh();
    expect(world.batches[0]).toEqual(["i-998"]);
    expect(world.lists).toHaveLength(11);
    expect(world.batches).toHaveLength(41);
  });

  test("shows first what somebody looks at", async () => {
    const { world, poll, refresh } = fakeFleet(instances(1_000));
    world.deployment = running(1_000);
    poll.showFirst(["i-500", "i-501"]);
    await refresh();
    expect(world.batches[0]?.slice(0, 3)).toEqual(["i-500", "i-501", "i-0"]);
  });
});

describe("what stays as it was from poll to poll", () => {
  test("an unchanged poll gives the very same list", async () => {
    const { world, refresh } = fakeFleet(instances(30));
    world.deployment = running(30);
    const first = await refresh();
    expect((await refresh()).list).toBe(first.list);
  });

  test("only the rows of changed targets hear of a poll", async () => {
    const { world, client, poll, refresh } = fakeFleet(instances(30));
    world.deployment = running(30);
    await refresh();
    const told: string[] = [];
    const stops = ["i-3", "i-4"].map((id) =>
      new QueryObserver(client, {
        ...poll.options,
        enabled: false,
        select: (list: TargetList) => list.entries.get(id),
        notifyOnChangeProps: ["data"],
      }).subscribe(() => told.push(id)),
    );
    await refresh();
    world.statuses.set("i-3", "InProgress");
    await refresh();
    for (const stop of stops) stop();
    expect(told).toEqual(["i-3"]);
  });

  test("only changed targets are new objects", async () => {
    const { world, refresh } = fakeFleet(instances(30));
    world.deployment = running(30);
    const { list: before } = await refresh();
    world.statuses.set("i-3", "InProgress");
    const { list: after } = await refresh();
    const changed = after.ids.filter((id) => after.entries.get(id) !== before.entries.get(id));
    expect(changed).toEqual(["i-3"]);
    expect(after.ids).toBe(before.ids);
  });
});
