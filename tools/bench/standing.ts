import type { Page } from "@playwright/test";

declare global {
  interface Window {
    standsAtMs: number | undefined;
  }
}

/** Has pages note, from the next navigation on, when they stand: when the status and what is behind it are there. */
export async function noteStanding(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector("[aria-label=Status]") || !document.querySelector("main h2")) return;
      window.standsAtMs = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
}

/** When the page stood, in milliseconds since the navigation to it; waits for it. */
export async function standsAtMs(page: Page): Promise<number> {
  await page.waitForFunction(() => window.standsAtMs !== undefined);
  return page.evaluate(() => window.standsAtMs ?? Number.NaN);
}
