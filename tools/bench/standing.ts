import type { Page } from "@playwright/test";

const SAYS = "stands at ";

/** Has pages say, from the next navigation on, when they stand: when the status and what is behind it are there. */
export async function noteStanding(page: Page): Promise<void> {
  await page.addInitScript((says) => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector("[aria-label=Status]") || !document.querySelector("main h2")) return;
      // oxlint-disable-next-line no-console -- all that a page can say to Playwright without a script of its own in it
      console.debug(says + performance.now());
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  }, SAYS);
}

/**
 * When the page that `go` leads to stands, in milliseconds since the navigation to it; waits for it. Nothing is evaluated in the page until
 * then: the scripts that Playwright brings for that take a slow processor longer than some of what is measured.
 */
export async function standsAtMs(page: Page, go: () => Promise<unknown>): Promise<number> {
  const [message] = await Promise.all([
    page.waitForEvent("console", (said) => said.text().startsWith(SAYS)),
    go(),
  ]);
  return Number(message.text().slice(SAYS.length));
}
