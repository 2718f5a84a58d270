import fc from "fast-check";
import { afterAll, expect, test, vi } from "vitest";
import { page } from "./arbitrary-page.ts";
import { casesOf } from "../cases.ts";
import { programWordIn } from "./arbitrary-values.ts";
import { wholePage } from "../shown-text.ts";
import { renderPage } from "./render-page.tsx";

const CASES = casesOf({ full: 10_000, first: 1_000 });

const LAST_CARD = ">Raw</h2>";
/** The app's own addresses, and those on hosts that it names itself. */
const LINK =
  /^(?:#main$|\/(?!\/)|https:\/\/(?:github\.com|docs\.aws\.amazon\.com|us-east-1\.console\.aws\.amazon\.com)\/)/;

afterAll(() => {
  vi.unstubAllGlobals();
});

test(
  `${CASES.toLocaleString("en")} arbitrary answers each give a whole page, without a word of a program's mistake or a foreign link`,
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(page, async (shown) => {
        const html = await wholePage(() => renderPage(shown));
        expect(html).toContain(LAST_CARD);
        expect(programWordIn(html)).toBeUndefined();
        const links = [...html.matchAll(/ href="([^"]*)"/g)].map(([, href = ""]) => href);
        expect(links.filter((href) => !LINK.test(href))).toEqual([]);
      }),
      { seed: 20_141_006, numRuns: CASES },
    );
  },
);
