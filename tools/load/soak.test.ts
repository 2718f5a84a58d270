import { afterEach, beforeEach, expect, test } from "vitest";
import { resilientCredentials } from "../../src/access/resilient-credentials.ts";
import { seededRandom } from "./random.ts";
import { report } from "./report.ts";
import { startClock } from "../../testing/stopped-clock.ts";
import { pass, useVirtualTime } from "./virtual-time.ts";
import { VirtualAws } from "./virtual-aws.ts";
import { watch } from "./viewer.ts";

const HOUR_MS = 60 * 60_000;

beforeEach(useVirtualTime);
afterEach(startClock);

test("eight hours of one running deployment cost 1,260 requests, and eight exchanges of credentials", async () => {
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
  expect(aws.calls.length).toBeGreaterThan(1_260 * 0.95);
  expect(aws.calls.length).toBeLessThan(1_260 * 1.05);
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
  await pass(6_500);
  const after = aws.calls.length - before;
  viewer.leave();
  expect(after).toBeGreaterThanOrEqual(1);
  expect(after).toBeLessThanOrEqual(2);
});
