import type { Page } from "@playwright/test";

/** What each drawn row says, by target id: its cells as assistive technology reads them, and where Tab leads. */
export function rowTexts(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("[role=grid] tbody tr[data-row]")].map((row) => [
        row.querySelector("bdi")?.textContent ?? "",
        [...row.querySelectorAll("button")]
          .map((cell) => `${cell.getAttribute("aria-label") ?? cell.textContent} ${cell.tabIndex}`)
          .join("|"),
      ]),
    ),
  );
}
