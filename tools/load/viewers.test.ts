import { afterEach, beforeEach, expect, test } from "vitest";
import { TokenBucket } from "../../emulator/control/faults.ts";
import { watchNaively } from "./naive-viewer.ts";
import { seededRandom } from "./random.ts";
import { percentile, report } from "./report.ts";
import { startClock } from "../../testing/stopped-clock.ts";
import { pass, useVirtualTime } from "./virtual-time.ts";
import type { Call } from "./virtual-aws.ts";
import { VirtualAws } from "./virtual-aws.ts";
import { watch } from "./viewer.ts";

const MINUTE_MS = 60_000;
const SAMPLE_MS = 10_000;

beforeEach(useVirtualTime);
afterEach(startClock);

test.each([
  { viewers: 50, ratePerSecond: 2, burst: 10, minutes: 30, mostPerSecond: 3, mostP95Ms: 120_000 },
  { viewers: 200, ratePerSecond: 10, burst: 20, minutes: 30, mostPerSecond: 14, mostP95Ms: 100_000 },
])(
  "$viewers viewers share $ratePerSecond requests a second",
  async (load) => {
    const random = seededRandom(load.viewers);
    const aws = new VirtualAws("bare", { random });
    aws.bucket = new TokenBucket(load.ratePerSecond, load.burst);
    const watchedMs = load.minutes * MINUTE_MS;
    const viewers = Array.from({ length: load.viewers }, (_, viewer) =>
      watch(aws.codeDeployFor(viewer), aws.deployment.id, `viewer ${viewer}`),
    );
    const fromMs = Date.now();
    await pass(watchedMs);
    const ages = agesWhenReplaced(aws.calls, load.viewers, fromMs, Date.now());
    const perSecond = (aws.calls.length / watchedMs) * 1_000;
    const throttled = aws.calls.filter(({ outcome }) => outcome === "throttled").length / aws.calls.length;
    aws.bucket = undefined;
    let recoveryMs = 0;
    const isBack = () =>
      viewers.filter(({ poll }) => poll.store.get().record.throttleFactor === 1).length >=
      viewers.length * 0.95;
    while (!isBack() && recoveryMs < 20 * MINUTE_MS) {
      await pass(SAMPLE_MS);
      recoveryMs += SAMPLE_MS;
    }
    for (const viewer of viewers) viewer.leave();
    const naive = await naiveLoad(load.viewers, load.ratePerSecond, load.burst);
    report(`${load.viewers} viewers, ${load.ratePerSecond} requests a second, ${load.minutes} minutes`, [
      {
        "calls/s": perSecond.toFixed(1),
        "throttled %": Math.round(throttled * 100),
        "median age s": Math.round(percentile(ages, 0.5) / 1_000),
        "p95 age s": Math.round(percentile(ages, 0.95) / 1_000),
        "recovery min": (recoveryMs / MINUTE_MS).toFixed(1),
        "naive calls/s": naive.perSecond.toFixed(1),
        "naive throttled %": Math.round(naive.throttled * 100),
        ratio: (naive.perSecond / perSecond).toFixed(1),
      },
    ]);
    expect(perSecond).toBeLessThanOrEqual(load.mostPerSecond);
    expect(throttled).toBeLessThanOrEqual(0.25);
    expect(percentile(ages, 0.95)).toBeLessThanOrEqual(load.mostP95Ms);
    expect(recoveryMs).toBeLessThanOrEqual(10 * MINUTE_MS);
    expect(naive.perSecond).toBeGreaterThan(perSecond * 2);
  },
  300_000,
);

/**
 * How old each answer had become when its viewer got the next one, in milliseconds; with the waits for the first ones, and
 * those that had not ended, so that whoever gets nothing counts.
 */
function agesWhenReplaced(calls: readonly Call[], viewers: number, fromMs: number, toMs: number): number[] {
  return Array.from({ length: viewers }).flatMap((_, viewer) => {
    const answered = calls.filter((call) => call.viewer === viewer && call.outcome === "ok");
    const momentsMs = [fromMs, ...answered.map(({ atMs }) => atMs), toMs];
    return momentsMs.slice(1).map((atMs, index) => atMs - (momentsMs[index] ?? fromMs));
  });
}

/** The same load on the same bucket by pages that nobody has thought about, for two minutes. */
async function naiveLoad(viewers: number, ratePerSecond: number, burst: number) {
  const random = seededRandom(viewers + 1);
  const aws = new VirtualAws("bare", { random });
  aws.bucket = new TokenBucket(ratePerSecond, burst);
  const leave = Array.from({ length: viewers }, (_, viewer) => watchNaively(aws, viewer, random));
  await pass(2 * MINUTE_MS);
  for (const end of leave) end();
  return {
    perSecond: aws.calls.length / (2 * 60),
    throttled: aws.calls.filter(({ outcome }) => outcome === "throttled").length / aws.calls.length,
  };
}
