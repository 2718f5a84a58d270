import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeFleet } from "../../../testing/fake-fleet.ts";
import { startClock, stopDates } from "../../../testing/stopped-clock.ts";
import { AppError } from "../../errors/app-error.ts";
import { targetOf } from "../../codedeploy/targets/target-list.ts";
import { ACTIVE_MS } from "./poll-interval.ts";

type Status = "Pending" | "InProgress" | "Succeeded" | "Failed";

beforeEach(() => stopDates(1_000_000));
afterEach(startClock);

/** A fleet that runs, and that has been read once: the first `counts.InProgress` of it are in progress, and so on. */
async function openFleet(counts: Partial<Record<Status, number>>) {
  const statuses: Record<string, Status> = {};
  for (const status of ["InProgress", "Failed", "Succeeded", "Pending"] as const)
    for (let left = counts[status] ?? 0; left > 0; left--)
      statuses[`i-${Object.keys(statuses).length}`] = status;
  const fleet = fakeFleet(statuses);
  const { world, refresh } = fleet;
  const count = (status: string) => [...world.statuses.values()].filter((each) => each === status).length;
  /** Lets an interval pass, and asks as the polls do: GetDeployment's counts first. */
  const next = async (status: "InProgress" | "Succeeded" = "InProgress") => {
    vi.setSystemTime(Date.now() + ACTIVE_MS);
    const [Pending, InProgress, Succeeded, Failed] = ["Pending", "InProgress", "Succeeded", "Failed"].map(
      count,
    );
    world.deployment = {
      status,
      computePlatform: "Server",
      deploymentOverview: { Pending, InProgress, Succeeded, Failed },
    };
    const { list, requests } = await refresh();
    return { requests, statusOf: (id: string) => targetOf(list.entries.get(id))?.status };
  };
  await next();
  return { ...fleet, next };
}

test("nothing that is pending is asked for again because of the others, beyond one request a refresh", async () => {
  const { world, next } = await openFleet({ InProgress: 10, Pending: 990 });
  for (let refreshes = 0; refreshes < 24; refreshes++) {
    expect((await next()).requests).toBe(1);
    expect(world.batches[0]?.slice(0, 10)).toHaveLength(10);
    expect(world.batches[0], "those in progress each time").toEqual(
      expect.arrayContaining(Array.from({ length: 10 }, (_, index) => `i-${index}`)),
    );
  }
});

test("what has left Pending is found by a listing of what is in progress", async () => {
  const { world, next } = await openFleet({ InProgress: 10, Pending: 990 });
  world.statuses.set("i-700", "InProgress");
  const { statusOf, requests } = await next();
  expect(world.lists.map(({ status }) => status)).toEqual(["InProgress"]);
  expect(requests).toBe(2);
  expect(statusOf("i-700")).toBe("InProgress");
});

test("what has gone from Pending to its end between two looks is found among those that are pending still", async () => {
  const { world, next } = await openFleet({ InProgress: 10, Pending: 290 });
  world.statuses.set("i-299", "Succeeded");
  let { statusOf } = await next();
  for (let refreshes = 1; refreshes < 4; refreshes++) ({ statusOf } = await next());
  expect(statusOf("i-299")).toBe("Succeeded");
});

test("a failure that AWS has counted is looked for at once", async () => {
  const { world, next } = await openFleet({ InProgress: 200, Pending: 800 });
  await next();
  world.statuses.set("i-150", "Failed");
  const { statusOf } = await next();
  expect(world.lists[0]?.status).toBe("Failed");
  expect(world.batches[0]?.[0]).toBe("i-150");
  expect(statusOf("i-150")).toBe("Failed");
});

test("what is on screen is asked for with every refresh, pending or not", async () => {
  const { world, poll, next } = await openFleet({ InProgress: 100, Pending: 900 });
  const onScreen = Array.from({ length: 18 }, (_, index) => `i-${500 + index}`);
  poll.showFirst(onScreen);
  for (let refreshes = 0; refreshes < 12; refreshes++) {
    await next();
    expect(world.batches[0]?.slice(0, 18)).toEqual(onScreen);
  }
});

test("each target in progress is asked for once a minute, off screen too", async () => {
  const { world, poll, next } = await openFleet({ InProgress: 100, Pending: 900 });
  poll.showFirst(Array.from({ length: 18 }, (_, index) => `i-${500 + index}`));
  const asked = new Set<string>();
  for (let passedMs = 0; passedMs <= 60_000; passedMs += ACTIVE_MS) {
    await next();
    for (const id of world.batches.flat()) asked.add(id);
  }
  const missed = Array.from({ length: 100 }, (_, index) => `i-${index}`).filter((id) => !asked.has(id));
  expect(missed).toEqual([]);
});

test("when the deployment has finished, everything that is not known to have ended is asked for", async () => {
  const { world, next } = await openFleet({ InProgress: 10, Pending: 990 });
  for (const id of world.statuses.keys()) world.statuses.set(id, "Succeeded");
  const { statusOf } = await next("Succeeded");
  expect([...world.statuses.keys()].filter((id) => statusOf(id) !== "Succeeded")).toEqual([]);
  expect(world.batches).toHaveLength(40);
});

test("after an absence of more than three minutes the fleet is read as a whole again", async () => {
  const { world, next } = await openFleet({ InProgress: 10, Pending: 290 });
  vi.setSystemTime(Date.now() + 4 * 60_000);
  await next();
  expect(world.batches).toHaveLength(12);
  await next();
  expect(world.batches).toHaveLength(1);
});

test("a listing that AWS throttles stops the refresh, and is taken up again", async () => {
  const { world, next } = await openFleet({ InProgress: 10, Pending: 990 });
  world.statuses.set("i-700", "InProgress");
  world.listFault = new AppError("throttled");
  expect((await next()).requests).toBe(1);
  world.listFault = undefined;
  let { statusOf } = await next();
  for (let refreshes = 1; refreshes < 7; refreshes++) ({ statusOf } = await next());
  expect(statusOf("i-700")).toBe("InProgress");
});

test("who asks by hand need not wait for the next look", async () => {
  const { world, poll, next } = await openFleet({ InProgress: 10, Pending: 990 });
  world.statuses.set("i-700", "InProgress");
  await next();
  world.statuses.set("i-800", "InProgress");
  expect((await next()).statusOf("i-800")).toBe("Pending");
  poll.insist();
  expect((await next()).statusOf("i-800")).toBe("InProgress");
});

test("a page token that never ends costs no more than any other look", async () => {
  const { world, next } = await openFleet({ InProgress: 10, Pending: 290 });
  world.endlessToken = "again";
  world.statuses.set("i-200", "InProgress");
  let requests = 0;
  for (let refreshes = 0; refreshes < 12; refreshes++) requests += (await next()).requests;
  expect(requests).toBeLessThanOrEqual(12 + 4);
});
