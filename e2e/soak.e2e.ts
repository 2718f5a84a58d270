import type { CDPSession } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { test } from "./own-emulator.ts";
import { card } from "./page-parts.ts";

const MINUTE_MS = 60_000;
const WATCHED_MINUTES = 20;
const MEGABYTE = 1_000_000;

/** What a page holds on to, once everything has been cleared away that can be. */
async function holdings(devTools: CDPSession): Promise<Record<string, number>> {
  await devTools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devTools.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

test("twenty more minutes of watching make the page no heavier, and asks for leave (CORS) but once or twice", async ({
  page,
  own,
  site,
}) => {
  const { control: emulator, pass } = own;
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Performance.enable");
  await page.clock.install();
  await page.goto(`${site.origin}/${deployment.region}/${deployment.deploymentId}`);
  await expect(card(page, "Raw")).toBeVisible();
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  const watch = async (minutes: number) => {
    for (let half = 0; half < minutes * 2; half++) {
      pass(MINUTE_MS / 2);
      await page.clock.runFor(MINUTE_MS / 2);
    }
  };
  await watch(5);
  const before = await holdings(devTools);
  await watch(WATCHED_MINUTES);
  const after = await holdings(devTools);
  const requests = await deployment.requests();
  expect(requests.filter(({ operation }) => operation === "GetDeployment").length).toBeGreaterThan(100);
  const preflights = (await emulator.requests({ origin: site.origin })).filter(
    ({ method }) => method === "OPTIONS",
  );
  expect(preflights.length).toBeLessThanOrEqual(5);
  expect(after["JSEventListeners"]).toBe(before["JSEventListeners"]);
  expect(after["Nodes"]).toBeLessThanOrEqual((before["Nodes"] ?? 0) * 1.02);
  expect(after["JSHeapUsedSize"]).toBeLessThanOrEqual((before["JSHeapUsedSize"] ?? 0) + 5 * MEGABYTE);
  await expect(card(page, "Status")).toContainText("In progress");
});
