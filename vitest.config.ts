import { defineConfig } from "vitest/config";
import { BROWSER_BUILDS } from "./tools/build/browser-builds.ts";
import { LongestFirst } from "./tools/build/longest-first.ts";
import { outsideBrowsers } from "./testing/set-up/outside-browsers.ts";

/** The pages of lists, which are pressed and read as in a browser. */
const IN_BROWSERS = ["testing/claims/*-claims.test.tsx", "testing/snapshots/round-trip.test.tsx"];

// Vitest loads this file once for itself and once for each project: what a build needs stands in vite.config.ts alone.
export default defineConfig(({ mode }) => ({
  resolve: { alias: BROWSER_BUILDS },
  // React as it is delivered knows no other JSX.
  oxc: { jsx: { runtime: "automatic", development: false } },
  test: {
    setupFiles: ["testing/set-up/set-up.ts"],
    // A slow machine makes a test slow, never red: the CDK takes its time.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // All cores: one is left out otherwise, which is half of two.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    // Files of one project share processes, and the modules that they load: starting them anew was a quarter of the work.
    isolate: false,
    // Thousands of pages as text are little that lasts: with V8's 16 MB for what is new, a seventh of the work was to tidy it up.
    execArgv: ["--max-semi-space-size=64"],
    projects: [
      // Whole pages as text, by React as it is delivered: its development build takes twice the time.
      {
        extends: true,
        mode,
        plugins: [outsideBrowsers()],
        test: {
          name: "answers",
          include: ["testing/**/*.test.tsx"],
          exclude: IN_BROWSERS,
          setupFiles: ["testing/set-up/set-up-answers.ts"],
          env: { NODE_ENV: "production" },
        },
      },
      {
        extends: true,
        mode,
        test: {
          name: "components",
          include: ["{src,tools}/**/*.test.tsx", ...IN_BROWSERS],
          setupFiles: ["testing/set-up/set-up-components.ts"],
        },
      },
      {
        extends: true,
        mode,
        test: {
          name: "code",
          include: ["{src,emulator,hosting,local,testing,tools}/**/*.test.ts"],
          // Hours in virtual time: in `npm test` and `npm run bench`.
          exclude: mode === "full" ? [] : ["tools/load/**"],
        },
      },
    ],
  },
}));
