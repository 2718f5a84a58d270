import { launchOptions } from "../tools/browser/chromium-switches.ts";
import { findChromium } from "../tools/browser/chromium.ts";

/**
 * For a file with tests of notifications, which Chromium's headless shell refuses to every page. Its tests run one after the
 * other, so that the browser is started once for all of them.
 */
export const WHOLE_BROWSER = { launchOptions: launchOptions(findChromium()) };
