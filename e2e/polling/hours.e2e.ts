import type { CDPSession } from "@playwright/test";
import { pollsWithin } from "../../testing/polls-within.ts";
import { report } from "../../tools/load/report.ts";
import { expect, test } from "../fixtures.ts";
import { test as ownTest } from "../own-emulator.ts";
import { card } from "../page-parts.ts";
import { noteWork } from "../page-work.ts";
import { virtualHours } from "./virtual-hours.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MEGABYTE = 1_000_000;

/** The page's memory, nodes and listeners after a garbage collection. */
async function holdings(devTools: CDPSession): Promise<Record<string, number>> {
  await devTools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devTools.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

ownTest(
  "hours of watching cost as many requests as the intervals say, an exchange of credentials an hour, and make the page no heavier",
  async ({ page, own, site }, { config }) => {
    test.setTimeout(10 * MINUTE_MS);
    const hours = Number(config.metadata["watchedHours"]);
    const { control: emulator, pass } = own;
    const deployment = await emulator.start("bare");
    const devTools = await page.context().newCDPSession(page);
    await devTools.send("Performance.enable");
    await page.clock.install();
    await noteWork(page.context());
    await page.goto(`${site.origin}/${deployment.region}/${deployment.deploymentId}`);
    await expect(card(page, "Raw")).toBeVisible();
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 5_000);
    const watch = virtualHours(page, pass);
    const timersBefore = await watch(10 * MINUTE_MS);
    const before = await holdings(devTools);
    await watch(hours * HOUR_MS - 20 * MINUTE_MS);
    const timersAfter = await watch(10 * MINUTE_MS);
    const after = await holdings(devTools);
    const more = (what: string) => (after[what] ?? Number.NaN) - (before[what] ?? Number.NaN);
    const requests = await emulator.requests({ origin: site.origin });
    const countOf = (name: string) =>
      requests.filter(({ method, operation }) => name === (method === "POST" ? operation : method)).length;
    report(`${hours} hours of one running deployment, in the browser`, [
      {
        GetDeployment: countOf("GetDeployment"),
        AssumeRoleWithWebIdentity: countOf("AssumeRoleWithWebIdentity"),
        preflights: countOf("OPTIONS"),
        "timers more": timersAfter - timersBefore,
        "listeners more": more("JSEventListeners"),
        "nodes more": more("Nodes"),
        "heap MB more": (more("JSHeapUsedSize") / MEGABYTE).toFixed(2),
      },
    ]);
    expect(countOf("GetDeployment")).toBeGreaterThan(pollsWithin(hours) * 0.95);
    expect(countOf("GetDeployment")).toBeLessThan(pollsWithin(hours) * 1.05);
    expect(countOf("AssumeRoleWithWebIdentity")).toBeGreaterThanOrEqual(hours);
    expect(countOf("AssumeRoleWithWebIdentity")).toBeLessThanOrEqual(hours + 1);
    expect(countOf("OPTIONS")).toBeGreaterThan(0);
    expect(countOf("OPTIONS")).toBeLessThanOrEqual(5);
    expect(timersAfter).toBeLessThanOrEqual(timersBefore);
    expect(more("JSEventListeners")).toBe(0);
    expect(more("Nodes")).toBeLessThanOrEqual((before["Nodes"] ?? 0) * 0.02);
    expect(more("JSHeapUsedSize")).toBeLessThanOrEqual(5 * MEGABYTE);
    await expect(card(page, "Status")).toContainText("In progress");
  },
);
