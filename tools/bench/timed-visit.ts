import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import { sizesOf, total } from "./file-size.ts";
import { noteStanding, standsAtMs } from "./standing.ts";

/** What one visit has come to. */
export interface VisitFigures {
  /** Since the navigation to the page that has the status: after a sign-in, that is not where the visit began. */
  readonly firstPaintMs: number;
  /** Since the visit began. */
  readonly statusMs: number;
  readonly layoutShift: number;
  /** Scripts and style sheets until the status, after gzip. */
  readonly bytes: number;
}

/** Opens a tab on a processor that is so many times slower. */
export async function openSlowTab(context: BrowserContext, slowDown: number): Promise<Page> {
  const page = await context.newPage();
  // A browser that has just been started is still busy with its own start-up.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const devtools: CDPSession = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
  await noteStanding(page);
  return page;
}

/**
 * Lets a slow tab stand by at full speed, while another is timed: DevTools slow a tab down by keeping a processor busy, also while the
 * tab does nothing, and two such tabs leave nothing of two processors to the browser itself.
 * @returns how many milliseconds more the tab would have worked at its own speed, until it is asked
 */
export async function standBy(page: Page, slowDown: number): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const workedSeconds = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  };
  const before = await workedSeconds();
  return async () => ((await workedSeconds()) - before) * 1_000 * (slowDown - 1);
}

/**
 * Leads a tab to an address, and waits until nothing is under way any more.
 * @param folder the build that is served there
 * @param spared how many milliseconds more it would have taken until now, but for what has stood by; asked once the status is there
 */
export async function timeVisit(
  page: Page,
  url: string,
  folder: string,
  spared?: () => Promise<number>,
): Promise<VisitFigures> {
  const beganAtMs = Date.now();
  const stoodMs = await standsAtMs(page, () => page.goto(url, { waitUntil: "commit" }));
  const sparedMs = (await spared?.()) ?? 0;
  await page.waitForLoadState("networkidle");
  const seen = await page.evaluate(async (untilMs) => {
    const shifts = await new Promise<number[]>((resolve) => {
      new PerformanceObserver((list) => {
        resolve(list.getEntries().map((entry) => Number(Reflect.get(entry, "value"))));
      }).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => resolve([]), 200); // None is no list.
    });
    return {
      timeOrigin: performance.timeOrigin,
      firstPaintMs: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
      layoutShift: shifts.reduce((sum, value) => sum + value, 0),
      paths: performance
        .getEntriesByType("resource")
        .filter(({ startTime, duration }) => startTime + duration <= untilMs)
        .map(({ name }) => new URL(name))
        .filter(({ origin }) => origin === location.origin)
        .map(({ pathname }) => pathname),
    };
  }, stoodMs);
  const files = sizesOf(seen.paths, folder);
  return {
    firstPaintMs: seen.firstPaintMs,
    statusMs: seen.timeOrigin + stoodMs - beganAtMs + sparedMs,
    layoutShift: seen.layoutShift,
    bytes: total(files, ".js").gzip + total(files, ".css").gzip,
  };
}
