import { defineConfig } from "@playwright/test";
import { launchOptions } from "./tools/browser/chromium-switches.ts";
import { findChromium } from "./tools/browser/chromium.ts";

const port = Number(process.env["E2E_PORT"] ?? 4183);
const emulatorPort = Number(process.env["E2E_EMULATOR_PORT"] ?? 4576);
/**
 * What V8 does for scripts that run for long, such as compiling them once more in other threads or before they are called, costs
 * a page of a test more than it gains: with these a visit takes 0.81 s of processor time, without them 0.91 s. Without the compiler
 * for code that runs often (`--no-opt`) the tests of e2e/deployment take another 8 % less.
 */
const SHORT_VISITS =
  "--js-flags=--no-opt --no-maglev --max-lazy --single-threaded-gc --min-semi-space-size=16";

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.e2e.ts",
  fullyParallel: true,
  forbidOnly: true,
  // Twice as many as cores on a small machine: tests wait for more than half of their time.
  workers: 4,
  // So long that a slow machine makes a test slow, not fail.
  timeout: 240_000,
  expect: { timeout: 40_000 },
  reporter: [["list"]],
  // `npm run bench` watches for eight hours: after the first one nothing changes any more but credentials.
  metadata: { port, emulatorPort, watchedHours: Number(process.env["WATCHED_HOURS"] ?? 2) },
  use: {
    viewport: { width: 1280, height: 720 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    // A trace of each test would be a quarter of its work: `npm run e2e -- --trace retain-on-failure` takes those of failures.
    trace: "off",
    launchOptions: launchOptions(findChromium(), SHORT_VISITS),
  },
  webServer: {
    cwd: import.meta.dirname,
    command: `npx vite preview --port ${port} --strictPort --host 127.0.0.1`,
    env: { EMULATOR_PORT: String(emulatorPort) },
    url: `http://127.0.0.1:${port}/`,
    stdout: "pipe",
    reuseExistingServer: false,
  },
});
