import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** How far the page may jump from its first paint until all of it is there (cumulative layout shift). */
const MAX_SHIFT = 0.02;

/** A jump of the page: how far, and what moved where. */
interface Shift {
  value: number;
  moved: string[];
}

/** Begins to note how far the page jumps at each visit, which is like a first one: nothing comes sooner because the browser has it. */
export async function watchShifts(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Network.enable");
  await devTools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { layoutShifts: shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (Reflect.get(entry, "hadRecentInput") === true) continue;
        const sources: unknown = Reflect.get(entry, "sources");
        shifts.push({
          value: Number(Reflect.get(entry, "value")),
          moved: Array.isArray(sources)
            ? sources.map((source: unknown) => {
                const at = (name: string) => {
                  const rect: unknown = Reflect.get(Object(source), name);
                  return ["x", "y", "width", "height"].map((side) =>
                    Math.round(Number(Reflect.get(Object(rect), side))),
                  );
                };
                const node: unknown = Reflect.get(Object(source), "node");
                const text = node instanceof Node ? (node.textContent ?? "").slice(0, 40) : "";
                return `${text}: ${at("previousRect").join()} → ${at("currentRect").join()}`;
              })
            : [],
        });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** Fails where the page has jumped since it was opened, and says what moved. */
export async function expectNoJumps(page: Page): Promise<void> {
  const shifts = await page.evaluate((): Shift[] => Reflect.get(window, "layoutShifts"));
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  expect(sum, `cumulative layout shift: ${JSON.stringify(shifts, undefined, 2)}`).toBeLessThanOrEqual(
    MAX_SHIFT,
  );
}
