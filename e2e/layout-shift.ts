import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** How far the page may jump from its first paint until all of it is there (cumulative layout shift). */
const MAX_SHIFT = 0.02;

/** Begins to add up how far the page jumps. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (Reflect.get(entry, "hadRecentInput") !== true) sum += Number(Reflect.get(entry, "value"));
      }
      Object.assign(window, { layoutShift: sum });
    }).observe({ type: "layout-shift", buffered: true });
    Object.assign(window, { layoutShift: 0 });
  });
}

/** Fails where the page has jumped since it was opened. */
export async function expectNoJumps(page: Page): Promise<void> {
  const shift = await page.evaluate(() => Number(Reflect.get(window, "layoutShift")));
  expect(shift, "cumulative layout shift").toBeLessThanOrEqual(MAX_SHIFT);
}
