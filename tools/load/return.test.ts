import { onlineManager } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TokenBucket } from "../../emulator/control/faults.ts";
import type { CodeDeploy } from "../../src/aws/codedeploy/operations.ts";
import { fakeCodeDeploy } from "../../testing/fake-aws.ts";
import { returnDelayMs } from "../../src/queries/query-client.ts";
import { seededRandom } from "./random.ts";
import { report } from "./report.ts";
import { VirtualAws, sleep } from "./virtual-aws.ts";
import { startClock } from "../../testing/stopped-clock.ts";
import { pass, useVirtualTime } from "./virtual-time.ts";
import { watch } from "./viewer.ts";

const TABS = 200;
const MINUTE_MS = 60_000;
const OUTAGE_MS = 2 * MINUTE_MS;
const SECOND_MS = 1_000;

beforeEach(useVirtualTime);
afterEach(() => {
  onlineManager.setOnline(true);
  startClock();
});

test("200 tabs whose network comes back in the same second do not ask AWS in the same second", async () => {
  const random = seededRandom(7);
  vi.spyOn(Math, "random").mockImplementation(random);
  const aws = new VirtualAws("bare", { random });
  aws.bucket = new TokenBucket(10, 20);
  let backAtMs: readonly number[] = [];
  const isBack = (tab: number) => sleep(Math.max(0, (backAtMs[tab] ?? 0) - Date.now()));
  const tabs = Array.from({ length: TABS }, (_, tab) =>
    watch(
      onceBack(aws.codeDeployFor(tab), () => isBack(tab)),
      aws.deployment.id,
      `tab ${tab}`,
    ),
  );
  // Long enough for the account's limit to have spread them.
  await pass(10 * MINUTE_MS);

  onlineManager.setOnline(false);
  await pass(OUTAGE_MS);
  // One process has one network: that each tab waits for as long as it would is put in front of its first request.
  backAtMs = Array.from({ length: TABS }, () => Date.now() + returnDelayMs(OUTAGE_MS));
  const before = aws.calls.length;
  onlineManager.setOnline(true);
  await pass(MINUTE_MS);
  for (const tab of tabs) tab.leave();

  const calls = aws.calls.slice(before);
  const peak = Math.max(
    ...calls.map(
      ({ atMs: fromMs }) => calls.filter(({ atMs }) => atMs >= fromMs && atMs < fromMs + SECOND_MS).length,
    ),
  );
  report("200 tabs come back in the same second", [
    { "peak calls/s": peak, "calls in the first minute": calls.length },
  ]);
  expect(new Set(calls.map(({ viewer }) => viewer)).size).toBe(TABS);
  expect(peak).toBeLessThanOrEqual(25);
  expect(returnDelayMs(5 * SECOND_MS), "a short absence is one tab's own").toBe(0);
}, 300_000);

/** The same, for a tab that learns later that the network is back. */
function onceBack(codeDeploy: CodeDeploy, isBack: () => Promise<void>): CodeDeploy {
  return fakeCodeDeploy({
    getDeployment: async (ref, signal) => {
      await isBack();
      return codeDeploy.getDeployment(ref, signal);
    },
  });
}
