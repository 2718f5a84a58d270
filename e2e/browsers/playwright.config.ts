import { defineConfig } from "@playwright/test";
import root from "../../playwright.config.ts";
import { findFirefox, findWebKit } from "../../tools/browser/other-browsers.ts";

const { locale, timezoneId, viewport } = root.use ?? {};
const firefox = findFirefox();

/** The same build in the other browsers: those that the machine has. */
export default defineConfig({
  ...root,
  testDir: ".",
  // Each project has a file of its own; without any browser there is none to run.
  testMatch: [],
  workers: 2,
  timeout: 120_000,
  use: {
    ...(locale !== undefined && { locale }),
    ...(timezoneId !== undefined && { timezoneId }),
    ...(viewport !== undefined && { viewport }),
  },
  projects: [
    ...(firefox === undefined
      ? []
      : [
          {
            name: "Firefox",
            testMatch: "firefox.smoke.ts",
            // Debian's, spoken to by WebDriver BiDi: Playwright's own is a download.
            use: {
              browserName: "firefox" as const,
              channel: "moz-firefox",
              launchOptions: { executablePath: firefox },
            },
          },
        ]),
    ...(findWebKit() === undefined ? [] : [{ name: "WebKit", testMatch: "webkit.smoke.ts" }]),
  ],
});
