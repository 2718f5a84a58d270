import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeFleet } from "../../../testing/fake-fleet.ts";
import { makeTarget } from "../../../testing/make-target.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import type { TargetEntry } from "../../codedeploy/targets/target-list.ts";
import { targetOf } from "../../codedeploy/targets/target-list.ts";
import { HEARSAY_MS } from "./poll-interval.ts";
import { createTabChannel } from "./tab-channel.ts";
import type { TabMessage } from "./tab-channel.ts";

const running = (Pending: number): Deployment => ({
  status: "InProgress",
  computePlatform: "Server",
  deploymentOverview: { Pending },
});

beforeEach(async () => {
  // It loads when something is heard, which must not take time here.
  await import("./heard-targets.ts");
  vi.stubGlobal("document", new EventTarget());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A tab that leaves the asking to another, and has read the targets once. */
async function follower(count: number) {
  const name = `test ${crypto.randomUUID()}`;
  const statuses = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`i-${index}`, "Pending"] as const),
  );
  const channel = createTabChannel(name, "key");
  const lead = { leads: async () => false, take: async () => {}, release() {} };
  const fleet = fakeFleet(statuses, { lead, channel });
  fleet.world.deployment = running(count);
  await fleet.refresh();
  const witness = createTabChannel(name, "key");
  const other = createTabChannel(name, "key");
  const tell = async (entries: Record<string, TargetEntry>, members: Partial<TabMessage> = {}) => {
    const nowMs = Date.now();
    const readAtMs = new Map(Object.keys(entries).map((id) => [id, nowMs]));
    const body = { entries: new Map(Object.entries(entries)), readAtMs };
    const isHeard = new Promise<void>((resolve) =>
      witness.onBody("targets", async () => {
        resolve();
        return false;
      }),
    );
    const told = { topic: "targets", askedAtMs: nowMs, atMs: nowMs, nextInMs: 5_000, failure: undefined };
    other.post({ ...told, body, ...members });
    await isHeard;
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  const list = () => fleet.client.getQueryData(fleet.poll.options.queryKey);
  const statusOf = (id: string) => targetOf(list()?.entries.get(id))?.status;
  return { ...fleet, tell, list, statusOf };
}

function read(id: string, status: string): TargetEntry {
  return { kind: "read", target: makeTarget({ id, status }) };
}

test("what another tab has read later is shown, and what it says of targets that are not there is not", async () => {
  const { tell, list, statusOf } = await follower(3);
  await new Promise((resolve) => setTimeout(resolve, 2));
  await tell({ "i-1": read("i-1", "InProgress"), "i-evil": read("i-evil", "Failed") });
  expect(statusOf("i-1")).toBe("InProgress");
  expect(list()?.ids).toEqual(["i-0", "i-1", "i-2"]);
});

test("a message with one wrong entry changes nothing, and shows no tab alive", async () => {
  const { tell, list, refresh } = await follower(3);
  const before = list();
  await new Promise((resolve) => setTimeout(resolve, 2));
  const wrong = makeTarget({ id: "i-2" });
  Object.assign(wrong, { events: "Install" });
  await tell({ "i-1": read("i-1", "Failed"), "i-2": { kind: "read", target: wrong } });
  expect(list()).toBe(before);
  expect((await refresh()).requests, "nobody else asks").toBeGreaterThan(0);
});

test("that targets have ended, a tab asks AWS itself when the deployment has finished", async () => {
  const { world, tell, statusOf, poll, refresh } = await follower(3);
  await new Promise((resolve) => setTimeout(resolve, 2));
  await tell(Object.fromEntries(["i-0", "i-1", "i-2"].map((id) => [id, read(id, "Succeeded")])));
  expect(statusOf("i-2")).toBe("Succeeded");
  expect((await refresh()).requests, "the other one asks").toBe(0);
  for (const id of world.statuses.keys()) world.statuses.set(id, "Failed");
  world.deployment = { ...running(0), status: "Failed", deploymentOverview: { Failed: 3 } };
  expect(poll.intervalMs()).not.toBe(false);
  expect((await refresh()).requests).toBeGreaterThan(0);
  expect(statusOf("i-2")).toBe("Failed");
  expect(poll.intervalMs()).toBe(false);
});

test("a tab goes by what others say of targets for two minutes at most", async () => {
  const { tell, refresh } = await follower(3);
  await tell({});
  expect((await refresh()).requests).toBe(0);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HEARSAY_MS + 1 });
  await tell({});
  expect((await refresh()).requests).toBeGreaterThan(0);
});

test("a tab that shows other rows of a fleet than the one that asks for all asks for these rows itself", async () => {
  const { world, poll, tell, refresh } = await follower(100);
  poll.showFirst(["i-70", "i-71"]);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 6_000 });
  await tell({ "i-71": read("i-71", "InProgress") });
  await refresh();
  expect(world.batches).toEqual([["i-70"]]);
  expect(world.lists).toEqual([]);
});
