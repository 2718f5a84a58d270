import type { Browser, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { stopClock } from "../../e2e/stopped-clock.ts";
import type { Rig } from "./rig.ts";
import { startRig } from "./rig.ts";
import { printTable } from "./table.ts";
import { addressOf } from "./visit.ts";

const RUNS = 5;
const SLOW_CPU = 4;
const WATCHED_SECONDS = 30;
/** Until everything that loads after the first screen is there. */
const WARM_UP_SECONDS = 10;
const LONG_TASK_MS = 50;
const SCROLL_STEPS = 40;
const DRAWINGS = 5;

const FLEETS = [
  { targets: 10, scenario: "ec2-failing", moment: "failed" },
  { targets: 1_000, scenario: "ec2-fleet", moment: "done" },
];

declare global {
  interface Window {
    firstRowAtMs: number | undefined;
    longTasksMs: number[];
    drawingsMs: number[];
  }
}

test("when the first rows of a fleet are there, and how much the page holds then", async ({ browser }) => {
  const rig = await startRig();
  const rows = [];
  for (const fleet of FLEETS) {
    const times: number[] = [];
    let nodes = 0;
    for (let run = 0; run < RUNS; run++) {
      const page = await openFleet(browser, rig, fleet);
      times.push(await rowDelayMs(page));
      await page.waitForLoadState("networkidle");
      nodes = await page.locator("*").count();
      await page.context().close();
    }
    rows.push({
      targets: fleet.targets,
      "ms to the first row": Math.round(median(times)),
      "DOM nodes at rest": nodes,
    });
  }
  await rig.close();
  printTable(
    `From data and code to the first row, with ${SLOW_CPU}× CPU slow-down (median of ${RUNS})`,
    rows,
  );
});

test("how long 5,000 rows take to paint", async ({ browser }) => {
  const rig = await startRig();
  const page = await openFleet(browser, rig, { scenario: "ec2-fleet-5000", moment: "done" });
  await expect(page.getByRole("button", { name: /^4,994 succeeded$/ })).toBeVisible({ timeout: 60_000 });
  await page.waitForLoadState("networkidle");
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    await page.getByRole("button", { name: "Times" }).click();
    await page.waitForLoadState("networkidle");
    times.push(await paintDelayMs(page));
  }
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", "5001");
  const nodes = await page.locator("*").count();
  await page.context().close();
  await rig.close();
  printTable(`5,000 targets, from a click on "Steps" to their rows, with ${SLOW_CPU}× CPU slow-down`, [
    { [`ms to the paint (median of ${RUNS})`]: Math.round(median(times)), "DOM nodes": nodes },
  ]);
});

test("how smoothly a fleet scrolls", async ({ browser }) => {
  const rig = await startRig();
  const page = await openFleet(browser, rig, { scenario: "ec2-fleet", moment: "done" });
  await page.waitForLoadState("networkidle");
  const grid = page.getByRole("grid");
  await grid.scrollIntoViewIfNeeded();
  await grid.hover({ position: { x: 200, y: 200 } });
  await page.evaluate(() => void (window.longTasksMs.length = 0));
  const before = await page.evaluate(() => performance.now());
  for (let step = 0; step < SCROLL_STEPS; step++) {
    await page.mouse.wheel(0, 900);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  const tookMs = (await page.evaluate(() => performance.now())) - before;
  const longTasks = await page.evaluate(() => window.longTasksMs);
  await page.context().close();
  await rig.close();
  printTable(`Scrolling through 1,000 targets, with ${SLOW_CPU}× CPU slow-down`, [
    {
      "wheel steps": SCROLL_STEPS,
      ms: Math.round(tookMs),
      [`tasks over ${LONG_TASK_MS} ms`]: longTasks.length,
      "longest of them": Math.round(Math.max(0, ...longTasks)),
    },
  ]);
});

test("what the map of a fleet costs a poll", async ({ browser }) => {
  const rig = await startRig();
  const rows = [];
  for (const { targets, scenario } of [
    { targets: 1_000, scenario: "ec2-fleet" },
    { targets: 5_000, scenario: "ec2-fleet-5000" },
  ]) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    await page.addInitScript(noteDrawings);
    const deployment = await rig.emulator.start(scenario, { moment: "halfway" });
    await page.goto(addressOf(rig, deployment));
    await expect(page.getByRole("button", { name: /^Map of the targets/ })).toBeVisible({ timeout: 60_000 });
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => void (window.drawingsMs.length = 0));
    await deployment.run();
    await page.waitForFunction((least) => window.drawingsMs.length >= least, DRAWINGS, { timeout: 120_000 });
    const drawings = await page.evaluate(() => window.drawingsMs);
    await context.close();
    rows.push({
      targets,
      [`ms a drawing (median of ${DRAWINGS})`]: round(median(drawings.slice(0, DRAWINGS))),
      longest: round(Math.max(...drawings.slice(0, DRAWINGS))),
    });
  }
  await rig.close();
  printTable("The map of a fleet, from the first to the last call of a drawing, without CPU slow-down", rows);
});

test("what refreshes of a fleet ask for", async ({ page, context }) => {
  const rig = await startRig();
  const time = await stopClock(context);
  const rows = [];
  for (const moment of ["started", "halfway", "done"]) {
    const deployment = await rig.emulator.start("ec2-fleet", { moment });
    await page.goto(addressOf(rig, deployment));
    await time.runUntilVisible(page.getByRole("grid"), 10);
    await time.run(WARM_UP_SECONDS);
    const before = (await deployment.requests()).length;
    await time.run(WATCHED_SECONDS);
    const since = (await deployment.requests()).slice(before);
    const count = (wanted: string) => since.filter(({ operation }) => operation === wanted).length;
    rows.push({
      moment,
      GetDeployment: count("GetDeployment"),
      ListDeploymentTargets: count("ListDeploymentTargets"),
      BatchGetDeploymentTargets: count("BatchGetDeploymentTargets"),
    });
  }
  await rig.close();
  printTable(`Requests within ${WATCHED_SECONDS} s of watching 1,000 targets of which none changes`, rows);
});

/** Notes how long each drawing on a canvas takes: it begins with clearing, and ends with the last fill of the task. */
function noteDrawings(): void {
  window.drawingsMs = [];
  let startMs = 0;
  for (const name of ["clearRect", "fill"]) {
    const own: unknown = Reflect.get(CanvasRenderingContext2D.prototype, name);
    if (typeof own !== "function") throw new Error("There is no canvas.");
    Reflect.set(CanvasRenderingContext2D.prototype, name, function (this: unknown, ...given: unknown[]) {
      if (name === "clearRect") {
        startMs = performance.now();
        window.drawingsMs.push(0);
      }
      Reflect.apply(own, this, given);
      window.drawingsMs[window.drawingsMs.length - 1] = performance.now() - startMs;
    });
  }
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

/** Opens a fleet's page on a slow processor and waits for its first row; notes long tasks from then on. */
async function openFleet(
  browser: Browser,
  rig: Rig,
  { scenario, moment }: { scenario: string; moment: string },
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: SLOW_CPU });
  await page.addInitScript(() => {
    window.longTasksMs = [];
    new PerformanceObserver((entries) => {
      window.longTasksMs.push(...entries.getEntries().map(({ duration }) => duration));
    }).observe({ type: "longtask" });
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector("[role=grid] tbody [data-row]")) return;
      window.firstRowAtMs = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(addressOf(rig, await rig.emulator.start(scenario, { moment })));
  await page.waitForFunction(() => window.firstRowAtMs !== undefined);
  return page;
}

/** From a click on "Steps", which makes the matrix anew, until it has been painted. */
function paintDelayMs(page: Page): Promise<number> {
  return page.getByRole("button", { name: "Steps" }).evaluate(async (button: HTMLElement) => {
    const startMs = performance.now();
    button.click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    if (!document.querySelector("[role=grid] tbody [data-row]")) throw new Error("There is no row yet.");
    return performance.now() - startMs;
  });
}

/** From the arrival of the last answer or script that the first row waited for, to that row. */
function rowDelayMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const rowAtMs = window.firstRowAtMs ?? Number.NaN;
    const arrivals = performance
      .getEntries()
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .map(({ responseEnd }) => responseEnd);
    return rowAtMs - Math.max(...arrivals.filter((arrivedAtMs) => arrivedAtMs <= rowAtMs));
  });
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
