import { defineConfig } from "@playwright/test";
import root from "../../playwright.config.ts";
import { launchOptions } from "../browser/chromium-switches.ts";
import { findChromium } from "../browser/chromium.ts";

const { locale, timezoneId, viewport } = root.use ?? {};

export default defineConfig({
  testDir: ".",
  testMatch: "*.bench.ts",
  // One at a time: what runs beside a measurement becomes part of it.
  workers: 1,
  timeout: 120_000,
  ...(root.expect && { expect: root.expect }),
  reporter: [["list"]],
  use: {
    // The browser that people have, without what makes tests quicker.
    launchOptions: launchOptions(findChromium({ isMeasured: true })),
    ...(locale !== undefined && { locale }),
    ...(timezoneId !== undefined && { timezoneId }),
    ...(viewport !== undefined && { viewport }),
  },
});
