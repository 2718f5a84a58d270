import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";
import { fakeCodeDeploy } from "../../../testing/fake-aws.ts";
import type { DeploymentAnswer } from "../../codedeploy/deployment/deployment.ts";
import { deploymentPoll } from "./deployment-poll.ts";
import { HEARSAY_MS, pollIntervalMs } from "./poll-interval.ts";
import type { TabMessage } from "./tab-channel.ts";
import { createTabChannel } from "./tab-channel.ts";
import { createTabShare } from "./tab-share.ts";

afterEach(() => vi.unstubAllGlobals());

/** A tab that leaves the asking to another, which says each time that nothing has changed, or that it has failed. */
function follower() {
  const asked: string[] = [];
  const other: TabMessage = {
    topic: "deployment",
    askedAtMs: Date.now(),
    atMs: Date.now(),
    nextInMs: 5_000,
    body: undefined,
    failure: undefined,
  };
  const { getDeployment } = fakeCodeDeploy({
    getDeployment: async ({ deploymentId }) => {
      asked.push(deploymentId);
      return { deployment: { status: "InProgress" }, raw: {} };
    },
  });
  const client = new QueryClient();
  const poll = deploymentPoll({
    ask: getDeployment,
    ref: { region: "us-east-1", deploymentId: "d-74D35AS7C" },
    client,
    share: {
      lead: { leads: async () => false, take: async () => {}, release() {} },
      channel: { post() {}, heard: () => other, isOutdated: () => false, onBody() {}, setDeaf() {} },
    },
  });
  return { asked, other, poll, ask: () => client.fetchQuery({ ...poll.options, staleTime: 0 }) };
}

test("a tab asks for its first answer itself, and then leaves the asking to the one that leads", async () => {
  const { asked, poll, ask } = follower();
  expect(poll.setResting(false), "a tab that has just been opened is not back from anything").toBe(false);
  await ask();
  await ask();
  expect(asked).toHaveLength(1);
});

test("a tab that was paused asks itself when it is back: it has missed what has changed meanwhile", async () => {
  const { asked, poll, ask } = follower();
  await ask();
  poll.setResting(true);
  expect(poll.setResting(false)).toBe(true);
  await ask();
  expect(asked).toHaveLength(2);
  await ask();
  expect(asked, "and once").toHaveLength(2);
});

test("a tab asks itself when somebody insists", async () => {
  const { asked, poll, ask } = follower();
  await ask();
  poll.insist();
  await ask();
  expect(asked).toHaveLength(2);
});

test("a tab fails with the one that asks, once for each of its failures, and asks nothing for it", async () => {
  const { asked, other, poll, ask } = follower();
  await ask();
  Object.assign(other, { atMs: other.atMs + 1, failure: "throttled" });
  await expect(ask()).rejects.toMatchObject({ kind: "throttled" });
  await expect(ask()).rejects.toMatchObject({ kind: "throttled" });
  expect(poll.store.getSnapshot().error?.kind).toBe("throttled");
  expect(poll.store.getSnapshot().failures).toBe(1);
  Object.assign(other, { atMs: other.atMs + 1 });
  await expect(ask()).rejects.toMatchObject({ kind: "throttled" });
  expect(poll.store.getSnapshot().failures).toBe(2);
  expect(asked).toHaveLength(1);
});

test("an answer is shown, and is no failure, when the browser refuses to tell other tabs of it", async () => {
  vi.stubGlobal("document", new EventTarget());
  vi.spyOn(BroadcastChannel.prototype, "postMessage").mockImplementation(() => {
    throw new DOMException("The channel is closed.", "InvalidStateError");
  });
  const answer: DeploymentAnswer = { deployment: { status: "InProgress" }, raw: {} };
  const client = new QueryClient();
  const poll = deploymentPoll({
    ask: async () => answer,
    ref: { region: "us-east-1", deploymentId: "d-74D35AS7C" },
    client,
    share: createTabShare(`test ${crypto.randomUUID()}`, "key"),
  });
  expect(await client.fetchQuery({ ...poll.options, staleTime: 0 })).toEqual(answer);
  expect(poll.store.getSnapshot()).toMatchObject({ error: undefined, failures: 0 });
  vi.restoreAllMocks();
});

test("a page that the browser keeps from the other tabs asks by itself", async () => {
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("BroadcastChannel", function refused() {
    throw new DOMException("Access is denied.", "SecurityError");
  });
  const { channel } = createTabShare(`test ${crypto.randomUUID()}`, "key");
  expect(channel.heard("deployment")).toBeUndefined();
});

/** A tab whose AWS says `status`, and a page of the same origin that has its key. */
async function besideForger(own: { status: "InProgress" | "Succeeded"; held?: Promise<void> }) {
  // It loads when something is heard, which must not take time here.
  await import("../../aws/codedeploy/heard-answers.ts");
  vi.stubGlobal("document", new EventTarget());
  const asked: number[] = [];
  const name = `test ${crypto.randomUUID()}`;
  const client = new QueryClient();
  const poll = deploymentPoll({
    ask: async () => {
      asked.push(Date.now());
      await own.held;
      const deployment = { status: own.status };
      return { deployment, raw: { deploymentInfo: deployment } };
    },
    ref: { region: "us-east-1", deploymentId: "d-74D35AS7C" },
    client,
    share: createTabShare(name, "key"),
  });
  const observer = new QueryObserver(client, { ...poll.options, refetchInterval: false });
  const leave = observer.subscribe(() => {});
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  const forger = createTabChannel(name, "key");
  // Opened after the tab's own: what it has heard the tab has heard too.
  const witness = createTabChannel(name, "key");
  const forge = async (deploymentInfo: object, members: Partial<TabMessage> = {}) => {
    const nowMs = Date.now();
    const body = JSON.stringify({ deploymentInfo });
    const told = { topic: "deployment", askedAtMs: nowMs, atMs: nowMs, nextInMs: 5_000, failure: undefined };
    const isHeard = new Promise<void>((resolve) =>
      witness.onBody("deployment", async () => {
        resolve();
        return false;
      }),
    );
    forger.post({ ...told, body, ...members });
    await isHeard;
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  const shown = () => client.getQueryData(poll.options.queryKey)?.deployment;
  const ask = () => client.fetchQuery({ ...poll.options, staleTime: 0 });
  return { asked, client, poll, forge, shown, ask, leave };
}

test("that it has ended, a tab believes AWS alone: it asks by itself, shows nothing before, and goes on polling", async () => {
  const { asked, poll, forge, shown, ask, leave } = await besideForger({ status: "InProgress" });
  for (let message = 0; message < 5; message++) await forge({ status: "Succeeded" });
  expect(shown()).toEqual({ status: "InProgress" });
  expect(pollIntervalMs(poll.store.get().record)).not.toBe(false);
  // It had just asked; the next poll asks AWS, whoever leads.
  poll.store.set({ askedAtMs: 0 });
  await forge({ status: "Failed" });
  expect(asked).toHaveLength(2);
  expect(shown()).toEqual({ status: "InProgress" });
  expect(await ask()).toMatchObject({ deployment: { status: "InProgress" } });
  leave();
});

test("an end that another tab has told of is shown as soon as AWS has confirmed it", async () => {
  const own: { status: "InProgress" | "Succeeded" } = { status: "InProgress" };
  const { asked, poll, forge, shown, leave } = await besideForger(own);
  own.status = "Succeeded";
  poll.store.set({ askedAtMs: 0 });
  await forge({ status: "Succeeded" });
  expect(asked).toHaveLength(2);
  expect(shown()).toEqual({ status: "Succeeded" });
  await forge({ status: "InProgress" });
  expect(shown(), "and not taken back either").toEqual({ status: "Succeeded" });
  leave();
});

test("a stream of messages keeps AWS's answers away from a tab once at most", async () => {
  const own: Parameters<typeof besideForger>[0] = { status: "InProgress" };
  const { asked, forge, shown, ask, leave } = await besideForger(own);
  await forge({ status: "InProgress", description: "forged" });
  expect(shown()).toMatchObject({ description: "forged" });
  for (let polls = 0; polls < 2; polls++) {
    const released = new EventTarget();
    own.held = new Promise((resolve) => {
      released.addEventListener("release", () => resolve());
    });
    const answer = ask();
    // What was asked for in the same millisecond is as new, and keeps nothing away.
    await vi.waitFor(() => {
      expect(asked).toHaveLength(polls + 2);
      expect(Date.now()).toBeGreaterThan(asked.at(-1) ?? Number.POSITIVE_INFINITY);
    });
    await forge({ status: "InProgress", description: "forged" }, { askedAtMs: Date.now() + 4_000 });
    released.dispatchEvent(new Event("release"));
    await answer;
  }
  expect(shown()).toEqual({ status: "InProgress" });
  leave();
});

test("a tab goes by what others say for two minutes at most", async () => {
  const { asked, other, poll, ask } = follower();
  await ask();
  await ask();
  expect(asked).toHaveLength(1);
  poll.store.set({ askedAtMs: Date.now() - HEARSAY_MS - 1 });
  other.atMs = Date.now();
  await ask();
  expect(asked).toHaveLength(2);
});

test("nothing that comes over the line loses the answer that is shown", async () => {
  const { forge, shown, leave } = await besideForger({ status: "InProgress" });
  for (const body of [
    7,
    {},
    "{",
    '{"deploymentInfo":{"status":{}}}',
    { deployment: { status: "Succeeded" }, raw: {} },
  ])
    await forge({}, { body });
  expect(shown()).toEqual({ status: "InProgress" });
  leave();
});
