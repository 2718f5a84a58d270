import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isFinished } from "../../src/codedeploy/deployment/status.ts";
import { targetOf } from "../../src/codedeploy/targets/target-list.ts";
import { targetOrder } from "../../src/codedeploy/targets/target-search.ts";
import { createDeployments } from "../../src/queries/deployments.ts";
import { fakeAws } from "../../testing/fake-aws.ts";
import { startClock } from "../../testing/stopped-clock.ts";
import { seededRandom } from "./random.ts";
import { percentile, report } from "./report.ts";
import { VirtualFleet } from "./virtual-fleet.ts";
import { pass, useVirtualTime } from "./virtual-time.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** As many rows as the page draws. */
const ROWS = 18;
const MOST_A_MINUTE = 30;
/** The interval of 5 s with its jitter, and two answers on the wire. */
const MOST_LAG_S = 7;

beforeEach(async () => {
  // It loads when it is needed, which takes no virtual time.
  await import("../../src/queries/polling/targets-refresh.ts");
  useVirtualTime();
});
afterEach(startClock);

/** Opens the page of a fleet and looks at the first rows of it until everything has ended. */
async function watchFleet(speed: number) {
  const fleet = new VirtualFleet("ec2-fleet", { speed, random: seededRandom(11) });
  const client = new QueryClient();
  client.mount();
  const deployments = createDeployments(fakeAws(fleet.codeDeploy), client, "fleet");
  const ref = { region: "us-east-1", deploymentId: fleet.deploymentId };
  const poll = deployments.poll(ref);
  const targets = deployments.targets(ref);
  const leave = [new QueryObserver(client, poll.options), new QueryObserver(client, targets.options)].map(
    (observer) => observer.subscribe(() => {}),
  );
  const shown = () => client.getQueryData(targets.options.queryKey);
  const wrongSinceS = new Map<string, number>();
  const lastShown = new Map<string, string | undefined>();
  const lagsS: number[] = [];
  /** Of how many targets the status is out of date, every ten seconds. */
  const unknown: number[] = [];
  let openedAtMs = Number.NaN;
  let endedAtMs = Number.NaN;
  let restS = 0;
  for (let second = 0; restS < 60 && second < 30 * 60; second++) {
    await pass(SECOND_MS);
    const list = shown();
    if (!list || list.stage !== "listed") continue;
    const isRead = [...list.entries.values()].every(({ kind }) => kind === "read");
    if (Number.isNaN(openedAtMs) && isRead) openedAtMs = Date.now();
    if (Number.isNaN(endedAtMs) && isFinished(fleet.status)) endedAtMs = Date.now();
    const onScreen = targetOrder(list).slice(0, ROWS);
    targets.showFirst(onScreen);
    const truth = fleet.truth(new Set(onScreen));
    for (const id of wrongSinceS.keys()) if (!truth.has(id)) wrongSinceS.delete(id);
    for (const [id, target] of truth) {
      const text = JSON.stringify(targetOf(list.entries.get(id)));
      const isRight = text === JSON.stringify(target);
      // What was read since and is out of date again has changed a second time.
      if (isRight || text !== lastShown.get(id)) wrongSinceS.delete(id);
      if (!isRight) wrongSinceS.set(id, wrongSinceS.get(id) ?? second);
      lastShown.set(id, text);
      lagsS.push(second - (wrongSinceS.get(id) ?? second));
    }
    if (second % 10 === 0 && !Number.isNaN(openedAtMs)) {
      const known = new Map(list.ids.map((id) => [id, targetOf(list.entries.get(id))?.status]));
      unknown.push([...fleet.truth()].filter(([id, { status }]) => known.get(id) !== status).length);
    }
    restS = targets.intervalMs() === false ? restS + 1 : 0;
  }
  for (const stop of leave) stop();
  const list = shown();
  const wrong = [...fleet.truth()].filter(
    ([id, target]) => JSON.stringify(target) !== JSON.stringify(targetOf(list?.entries.get(id))),
  );
  client.unmount();
  client.clear();
  return { fleet, openedAtMs, endedAtMs, lagsS, unknown, wrong };
}

/** How many requests any minute had, from a moment on until another. */
function mostInAMinute({ calls }: VirtualFleet, fromMs: number, untilMs: number): number {
  const timesMs = calls.map(({ atMs }) => atMs).filter((atMs) => atMs >= fromMs && atMs < untilMs);
  return Math.max(
    ...timesMs.map(
      (startMs) => timesMs.filter((atMs) => atMs >= startMs && atMs < startMs + MINUTE_MS).length,
    ),
  );
}

test("1,000 instances, of which 100 move, cost at most 30 requests a minute, and what is on screen is as fresh as ever", async () => {
  const { fleet, openedAtMs, endedAtMs, lagsS, unknown, wrong } = await watchFleet(1);
  const minutes = (endedAtMs - openedAtMs) / MINUTE_MS;
  const most = mostInAMinute(fleet, openedAtMs, Number.POSITIVE_INFINITY);
  const since = fleet.calls.filter(({ atMs }) => atMs >= openedAtMs).length;
  report("A fleet of 1,000, a hundred at a time", [
    {
      minutes: minutes.toFixed(1),
      "requests to open": fleet.calls.length - since,
      "requests after that": since,
      "most in a minute": most,
      "longest wait for a change on screen, s": Math.max(...lagsS),
      "targets whose status is not known yet, median": percentile(unknown, 0.5),
    },
  ]);
  expect(minutes).toBeGreaterThan(5);
  expect(most).toBeLessThanOrEqual(MOST_A_MINUTE);
  expect(Math.max(...lagsS)).toBeLessThanOrEqual(MOST_LAG_S);
  expect(Math.max(...unknown)).toBeLessThanOrEqual(250);
  expect(wrong).toEqual([]);
}, 300_000);

test("no final state is missed in a fleet that goes four times as fast, with targets that leave Pending between two looks", async () => {
  const { fleet, openedAtMs, endedAtMs, lagsS, wrong } = await watchFleet(4);
  expect(mostInAMinute(fleet, openedAtMs, endedAtMs)).toBeLessThanOrEqual(MOST_A_MINUTE);
  expect(Math.max(...lagsS)).toBeLessThanOrEqual(MOST_LAG_S);
  expect(wrong).toEqual([]);
}, 300_000);
