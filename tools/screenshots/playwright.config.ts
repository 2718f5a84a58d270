import base from "../../playwright.config.ts";
import { launchOptions } from "../browser/chromium-switches.ts";
import { findChromium } from "../browser/chromium.ts";

export default {
  ...base,
  testDir: ".",
  testMatch: "screenshots.ts",
  use: { ...base.use, launchOptions: launchOptions(findChromium()) },
};
