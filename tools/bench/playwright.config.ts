import { defineConfig } from "@playwright/test";
import root from "../../playwright.config.ts";

const { launchOptions, locale, timezoneId, viewport } = root.use ?? {};

export default defineConfig({
  testDir: ".",
  testMatch: "*.bench.ts",
  // One at a time: what runs beside a measurement becomes part of it.
  workers: 1,
  timeout: 120_000,
  ...(root.expect && { expect: root.expect }),
  reporter: [["list"]],
  use: {
    ...(launchOptions && { launchOptions }),
    ...(locale !== undefined && { locale }),
    ...(timezoneId !== undefined && { timezoneId }),
    ...(viewport !== undefined && { viewport }),
  },
});
