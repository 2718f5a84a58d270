import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type axe from "axe-core";
import type { RunOptions } from "axe-core";

/** Less than half as long as `axe.source`, which each page has to read anew. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What nobody reads is not worked out: selectors of all that passes, and stylesheets and media, which no rule of ours asks for. */
const QUICK = { resultTypes: ["violations"], selectors: false, preload: false } satisfies RunOptions;

const OPTIONS: RunOptions = {
  ...QUICK,
  runOnly: {
    type: "tag",
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  },
};

/** Those of the rules that look at colours. */
const COLOURS_ALONE: RunOptions = {
  ...QUICK,
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** Fails on any accessibility violation of the page as it stands, in the theme that it has. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violations(page, OPTIONS)).toEqual([]);
}

/** The same in the dark and the light theme, which stays. What has nothing to do with colours is checked in one of them. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violations(page, COLOURS_ALONE), "in the dark theme").toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await violations(page, OPTIONS), "in the light theme").toEqual([]);
}

/** What axe finds: the name of each rule that is broken, with the elements that break it. */
async function violations(page: Page, options: RunOptions): Promise<string[]> {
  // Colours fade when the theme changes: wait until they are what they will be.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ effect, playState }) =>
          playState !== "running" || effect?.getComputedTiming().endTime === Infinity,
      ),
  );
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async (given) => {
    if (!window.axe) throw new Error("axe is not on the page.");
    const found = await window.axe.run(document, given);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
  }, options);
}

/** Fails when the page can be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overhangPx = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(overhangPx, "pixels that lie beyond the screen's edge").toBeLessThanOrEqual(0);
}
