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

/** A colour as axe works with it, of which its types say nothing. */
interface Colour {
  r: number;
  g: number;
  b: number;
  alpha: number;
}

interface AxeColour extends Colour {
  /** Takes over the colour that a text of CSS says; throws where it says none. */
  parseString: (text: string) => AxeColour;
}

declare global {
  interface Window {
    axe?: typeof axe & { commons: { color: { Color: { prototype: AxeColour } } } };
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
  await page.evaluate(endFading);
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(AXE);
    await page.evaluate(readColoursOnce);
  }
  return page.evaluate(async (given) => {
    if (!window.axe) throw new Error("axe is not on the page.");
    const found = await window.axe.run(document, given);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
  }, options);
}

/**
 * Runs in the page: colours fade when the theme changes, and are at once what they will be. Where one of them ends, another that
 * is inherited from it may begin. What never ends goes on.
 */
function endFading(): void {
  for (;;) {
    const fading = document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === "running" && effect?.getComputedTiming().endTime !== Infinity,
      );
    if (fading.length === 0) return;
    for (const animation of fading) animation.finish();
  }
}

/**
 * Runs in the page: axe reads the text of a colour anew for each element, which is a fifth of its work; a page has some dozens of
 * colours. The same text gives the same colour as before.
 */
function readColoursOnce(): void {
  const colour = window.axe?.commons.color.Color.prototype;
  if (!colour) throw new Error("axe has no colours.");
  const read = colour.parseString;
  const known = new Map<string, Colour>();
  colour.parseString = function (text) {
    const before = known.get(text);
    if (before) return Object.assign(this, before);
    const { r, g, b, alpha } = read.call(this, text);
    known.set(text, { r, g, b, alpha });
    return this;
  };
}

/** Fails when the page can be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overhangPx = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(overhangPx, "pixels that lie beyond the screen's edge").toBeLessThanOrEqual(0);
}
