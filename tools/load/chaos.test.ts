import { afterEach, beforeEach, expect, test } from "vitest";
import { pollIntervalMs } from "../../src/queries/polling/poll-interval.ts";
import { seededRandom } from "./random.ts";
import { percentile, report } from "./report.ts";
import { startClock } from "../../testing/stopped-clock.ts";
import { pass, useVirtualTime } from "./virtual-time.ts";
import type { Fault } from "./virtual-aws.ts";
import { VirtualAws } from "./virtual-aws.ts";
import { watch } from "./viewer.ts";

const SECOND_MS = 1_000;
const WATCHED_SECONDS = 20 * 60;
const FAULTY = 0.1;
const MOST_SILENT_MS = 150 * SECOND_MS;
const FAULTS: readonly Fault[] = ["throttled", "server", "reset", "malformed", "hang", "slow"];
/** Ten would do for the status; what takes longest once in twenty needs more. */
const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);

const lags: number[] = [];

beforeEach(useVirtualTime);
afterEach(startClock);

test.each(SEEDS)(
  "with a tenth of all requests going wrong, seed %i ends with the right status",
  async (seed) => {
    const random = seededRandom(seed);
    const fault = () => (random() < FAULTY ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined);
    const aws = new VirtualAws(seed % 2 === 0 ? "ec2-rolling" : "ec2-failing", { random, fault });
    const viewer = watch(aws.codeDeployFor(0), aws.deployment.id, `chaos ${seed}`);
    let seen: string | undefined;
    let truthSinceMs = Date.now();
    let truth: string | undefined;
    for (let second = 0; second < WATCHED_SECONDS; second++) {
      await pass(SECOND_MS);
      const { status } = aws.deployment.snapshot().info;
      if (status !== truth) truthSinceMs = Date.now();
      truth = status;
      if (viewer.status() !== seen && viewer.status() === truth) lags.push(Date.now() - truthSinceMs);
      seen = viewer.status();
      const lastMs = aws.calls.at(-1)?.atMs ?? 0;
      const hasStopped = pollIntervalMs(viewer.poll.store.get().record) === false;
      expect(hasStopped || Date.now() - lastMs <= MOST_SILENT_MS).toBe(true);
    }
    viewer.leave();
    expect(truth).toMatch(/^(?:Succeeded|Failed)$/);
    expect(seen).toBe(truth);
  },
);

test("a change is seen within twenty seconds, nineteen times of twenty", () => {
  const p95Ms = percentile(lags, 0.95);
  report("Sixty runs with 10 % faults", [
    { changes: lags.length, "p95 until seen, s": (p95Ms / SECOND_MS).toFixed(1) },
  ]);
  expect(lags.length).toBeGreaterThanOrEqual(SEEDS.length);
  expect(p95Ms).toBeLessThanOrEqual(20 * SECOND_MS);
});
