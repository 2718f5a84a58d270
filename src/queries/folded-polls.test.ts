import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DeploymentStatus } from "@aws-sdk/client-codedeploy";
import { fakeAws } from "../../testing/fake-aws.ts";
import { startClock, stopClock } from "../../testing/stopped-clock.ts";
import type { DeploymentAnswer } from "../codedeploy/deployment/deployment.ts";
import type { AppErrorKind } from "../errors/app-error.ts";
import { AppError } from "../errors/app-error.ts";
import { createDeployments } from "./deployments.ts";
import { foldPolls } from "./folded-polls.ts";
import { ACTIVE_MS, JITTER } from "./polling/poll-interval.ts";

const REGIONS = { "d-A": "us-east-1", "d-B": "us-east-1", "d-C": "us-east-1", "d-E": "eu-west-1" };
const MINUTE_MS = 60_000;
/** Between two polls while things happen. */
const SHORTEST_MS = ACTIVE_MS * (1 - JITTER);
const LONGEST_MS = ACTIVE_MS * (1 + JITTER);

let leave = () => {};
beforeEach(() => {
  stopClock();
  vi.stubGlobal("BroadcastChannel", undefined);
});
afterEach(() => {
  leave();
  startClock();
});

/** A page that shows these deployments, with polls that go out together. */
function wall(ids: readonly (keyof typeof REGIONS)[]) {
  const statuses = new Map<string, DeploymentStatus>();
  const faults: { batch?: AppErrorKind; left?: string; single?: AppErrorKind } = {};
  const asked: string[] = [];
  const answer = (deploymentId: string): DeploymentAnswer => {
    const deployment = { deploymentId, status: statuses.get(deploymentId) ?? "InProgress" };
    return { deployment, raw: { deploymentInfo: deployment } };
  };
  const aws = fakeAws({
    getDeployment: async ({ deploymentId }) => {
      asked.push(deploymentId);
      if (faults.single) throw new AppError(faults.single);
      return answer(deploymentId);
    },
    batchGetDeployments: async ({ deploymentIds }) => {
      asked.push(deploymentIds.toSorted().join("+"));
      if (faults.batch) throw new AppError(faults.batch);
      return deploymentIds
        .filter((id) => id !== faults.left)
        .map(answer)
        .toReversed();
    },
  });
  const client = new QueryClient();
  client.mount();
  const deployments = createDeployments(aws, client, "wall");
  const stop = foldPolls(deployments, client);
  const observers = ids.map((deploymentId) => {
    const { options } = deployments.poll({ region: REGIONS[deploymentId], deploymentId });
    const observer = new QueryObserver(client, options);
    return { observer, leave: observer.subscribe(() => {}) };
  });
  leave = () => {
    for (const one of observers) one.leave();
    client.unmount();
    client.clear();
  };
  return {
    asked,
    statuses,
    faults,
    stop,
    observers,
    shown: () => observers.map(({ observer }) => observer.getCurrentResult().data?.deployment.status),
    errors: () => observers.map(({ observer }) => observer.getCurrentResult().error?.kind),
    /** Lets so much time pass, and gives what was asked since the last such time, or from the start. */
    pass: async (ms: number) => {
      await vi.advanceTimersByTimeAsync(ms);
      return asked.splice(0);
    },
  };
}

test("the first answer of each is GetDeployment's, and then one request asks for all of a Region", async () => {
  const { pass, shown } = wall(["d-A", "d-B", "d-C", "d-E"]);
  expect((await pass(100)).toSorted()).toEqual(["d-A", "d-B", "d-C", "d-E"]);
  const asked = await pass(MINUTE_MS);
  const ofRegion = asked.filter((ids) => ids !== "d-E");
  expect(new Set(ofRegion)).toEqual(new Set(["d-A+d-B+d-C"]));
  // No poll comes late for it, and none sooner.
  expect(ofRegion.length).toBeGreaterThanOrEqual(Math.floor(MINUTE_MS / LONGEST_MS) - 1);
  expect(ofRegion.length).toBeLessThanOrEqual(Math.ceil(MINUTE_MS / SHORTEST_MS));
  expect(shown()).toEqual(["InProgress", "InProgress", "InProgress", "InProgress"]);
});

test("a deployment that has ended is asked for by itself, for what stays on the page is GetDeployment's", async () => {
  const { pass, statuses, shown } = wall(["d-A", "d-B"]);
  await pass(100);
  statuses.set("d-B", "Succeeded");
  expect((await pass(LONGEST_MS + 500)).slice(0, 2)).toEqual(["d-A+d-B", "d-B"]);
  expect(shown()).toEqual(["InProgress", "Succeeded"]);
  expect((await pass(MINUTE_MS)).filter((ids) => ids.includes("+"))).toEqual([]);
});

test("where the role may not ask for several, each is asked for by itself from then on", async () => {
  const { pass, faults, shown, errors } = wall(["d-A", "d-B"]);
  await pass(100);
  faults.batch = "access-denied";
  const asked = await pass(MINUTE_MS);
  expect(asked.slice(0, 3).toSorted()).toEqual(["d-A", "d-A+d-B", "d-B"]);
  expect(asked.filter((ids) => ids.includes("+"))).toHaveLength(1);
  expect(asked.filter((id) => id === "d-A").length).toBeGreaterThanOrEqual(
    Math.floor(MINUTE_MS / LONGEST_MS) - 1,
  );
  expect(shown()).toEqual(["InProgress", "InProgress"]);
  expect(errors()).toEqual([undefined, undefined]);
});

test("one that the answer leaves out is asked for by itself from then on, and says why", async () => {
  const { pass, faults, errors } = wall(["d-A", "d-B", "d-C"]);
  await pass(100);
  Object.assign(faults, { left: "d-C", single: "not-found" });
  expect(await pass(LONGEST_MS + 500)).toEqual(expect.arrayContaining(["d-A+d-B+d-C", "d-C"]));
  expect(errors()).toEqual([undefined, undefined, "not-found"]);
  expect(new Set(await pass(MINUTE_MS))).toEqual(new Set(["d-A+d-B"]));
});

test("a refusal of what is in the request is found out for each, and the next goes out together again", async () => {
  const { pass, faults, errors } = wall(["d-A", "d-B"]);
  await pass(100);
  faults.batch = "invalid-id";
  expect((await pass(LONGEST_MS + 500)).toSorted().slice(0, 3)).toEqual(["d-A", "d-A+d-B", "d-B"]);
  delete faults.batch;
  expect(new Set(await pass(MINUTE_MS))).toEqual(new Set(["d-A+d-B"]));
  expect(errors()).toEqual([undefined, undefined]);
});

test("a failure of AWS is each one's own, and each comes back by itself", async () => {
  const { pass, faults, shown, errors } = wall(["d-A", "d-B"]);
  await pass(100);
  faults.batch = "server";
  faults.single = "server";
  await pass(2 * ACTIVE_MS);
  expect(errors()).toEqual(["server", "server"]);
  expect(shown()).toEqual(["InProgress", "InProgress"]);
  delete faults.batch;
  delete faults.single;
  await pass(MINUTE_MS);
  expect(errors()).toEqual([undefined, undefined]);
});

test("a wait that is given up keeps the others' request, and the last one ends it", async () => {
  const { pass, observers, asked } = wall(["d-A", "d-B"]);
  await pass(100);
  await pass(SHORTEST_MS - 100);
  while (asked.length === 0) await vi.advanceTimersByTimeAsync(10);
  asked.length = 0;
  observers[0]?.leave();
  expect((await pass(MINUTE_MS)).every((ids) => ids === "d-B")).toBe(true);
});

test("a page of one deployment asks as ever once several are shown no more", async () => {
  const { pass, stop } = wall(["d-A", "d-B"]);
  await pass(100);
  stop();
  const asked = await pass(MINUTE_MS);
  expect(new Set(asked)).toEqual(new Set(["d-A", "d-B"]));
});
