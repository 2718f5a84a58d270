import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { page } from "./arbitrary-page.ts";
import { casesOf } from "../cases.ts";
import { PROGRAM_WORDS } from "./arbitrary-values.ts";
import { renderPage } from "./render-page.tsx";

const CASES = casesOf({ full: 10_000, first: 1_000 });

/** What React leaves of a part that threw, or whose code has not been loaded yet. */
const NOT_RENDERED = "<!--$!-->";
const LAST_CARD = ">Raw</h2>";
/** The app's own addresses, and those on hosts that it names itself. */
const LINK =
  /^(?:#main$|\/(?!\/)|https:\/\/(?:github\.com|docs\.aws\.amazon\.com|us-east-1\.console\.aws\.amazon\.com)\/)/;

// Parts of a page that come later are loaded when they are first rendered: some show up on few pages only.
beforeAll(async () => {
  const pages = fc.sample(page, { seed: 1, numRuns: 500 });
  let whole = 0;
  // One page that is not whole ends the look: parts are loaded between two looks.
  const isLoaded = () => {
    for (; whole < pages.length; whole++) {
      const shown = pages[whole];
      if (shown && renderPage(shown).includes(NOT_RENDERED)) return false;
    }
    return true;
  };
  await vi.waitUntil(isLoaded, { timeout: 200_000 });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

test(
  `${CASES.toLocaleString("en")} arbitrary answers each give a whole page, without a word of a program's mistake or a foreign link`,
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(page, (shown) => {
        const html = renderPage(shown);
        expect(html).not.toContain(NOT_RENDERED);
        expect(html).toContain(LAST_CARD);
        expect(PROGRAM_WORDS.exec(html)).toBeNull();
        const links = [...html.matchAll(/ href="([^"]*)"/g)].map(([, href = ""]) => href);
        expect(links.filter((href) => !LINK.test(href))).toEqual([]);
      }),
      { seed: 20_141_006, numRuns: CASES },
    );
  },
);
