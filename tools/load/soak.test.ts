import { afterEach, beforeEach, expect, test } from "vitest";
import { ACTIVE_MS, JITTER } from "../../src/queries/polling/poll-interval.ts";
import { resilientCredentials } from "../../src/access/resilient-credentials.ts";
import { seededRandom } from "./random.ts";
import { report } from "./report.ts";
import { pollsWithin } from "../../testing/polls-within.ts";
import { startClock } from "../../testing/stopped-clock.ts";
import { pass, useVirtualTime } from "./virtual-time.ts";
import { VirtualAws } from "./virtual-aws.ts";
import { watch } from "./viewer.ts";

const HOUR_MS = 60 * 60_000;

beforeEach(useVirtualTime);
afterEach(startClock);

test("eight hours of one running deployment cost as many requests as the intervals say, and eight exchanges of credentials", async () => {
  const aws = new VirtualAws("bare", { random: seededRandom(1) });
  let exchanges = 0;
  const credentials = resilientCredentials(async () => {
    exchanges += 1;
    return { accessKeyId: "AKID", secretAccessKey: "secret", expiration: new Date(Date.now() + HOUR_MS) };
  });
  const viewer = watch(
    aws.codeDeployFor(0, () => credentials.provide()),
    aws.deployment.id,
    "soak",
  );
  await pass(8 * HOUR_MS);
  viewer.leave();
  report("Eight hours of one running deployment", [{ GetDeployment: aws.calls.length, exchanges }]);
  expect(aws.calls.length).toBeGreaterThan(pollsWithin(8) * 0.95);
  expect(aws.calls.length).toBeLessThan(pollsWithin(8) * 1.05);
  expect(exchanges).toBeGreaterThanOrEqual(8);
  expect(exchanges).toBeLessThanOrEqual(9);
});

test("a sleep of eight hours is followed by one request, and then by the usual ones", async () => {
  const aws = new VirtualAws("bare", { random: seededRandom(2) });
  const viewer = watch(aws.codeDeployFor(0), aws.deployment.id, "sleep");
  await pass(60_000);
  const before = aws.calls.length;
  // A device that sleeps runs no timers; when it wakes, those that were due fire once.
  const { vi } = await import("vitest");
  vi.setSystemTime(Date.now() + 8 * HOUR_MS);
  await pass(ACTIVE_MS * (1 + JITTER) + 500);
  const after = aws.calls.length - before;
  viewer.leave();
  expect(after).toBeGreaterThanOrEqual(1);
  expect(after).toBeLessThanOrEqual(2);
});
