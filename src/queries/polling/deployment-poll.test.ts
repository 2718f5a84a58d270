import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";
import { fakeCodeDeploy } from "../../../testing/fake-aws.ts";
import type { DeploymentAnswer } from "../../codedeploy/deployment/deployment.ts";
import { deploymentPoll } from "./deployment-poll.ts";
import type { TabMessage } from "./tab-channel.ts";
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
  const codeDeploy = fakeCodeDeploy({
    getDeployment: async ({ deploymentId }) => {
      asked.push(deploymentId);
      return { deployment: { status: "InProgress" }, raw: {} };
    },
  });
  const client = new QueryClient();
  const poll = deploymentPoll({
    codeDeploy,
    ref: { region: "us-east-1", deploymentId: "d-74D35AS7C" },
    client,
    share: {
      lead: { leads: async () => false, take: async () => {}, release() {} },
      channel: { post() {}, heard: () => other, isOutdated: () => false, onMessage() {}, setDeaf() {} },
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

test.each([
  ["cannot be copied", () => {}],
  ["is refused by the browser", "refused"],
])("an answer is shown, and is no failure, when what is told of it to other tabs %s", async (_, member) => {
  vi.stubGlobal("document", new EventTarget());
  if (member === "refused")
    vi.spyOn(BroadcastChannel.prototype, "postMessage").mockImplementation(() => {
      throw new DOMException("The channel is closed.", "InvalidStateError");
    });
  const answer: DeploymentAnswer = { deployment: { status: "InProgress" }, raw: {} };
  Object.assign(answer.deployment, { member });
  const client = new QueryClient();
  const poll = deploymentPoll({
    codeDeploy: fakeCodeDeploy({ getDeployment: async () => answer }),
    ref: { region: "us-east-1", deploymentId: "d-74D35AS7C" },
    client,
    share: createTabShare(`test ${crypto.randomUUID()}`),
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
  const { channel } = createTabShare(`test ${crypto.randomUUID()}`);
  expect(channel.heard("deployment")).toBeUndefined();
});
