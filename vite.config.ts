import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { billOfMaterials, LICENCES } from "./tools/build/bill-of-materials.ts";
import { CHUNK_GROUPS } from "./tools/build/chunks.ts";
import { earlyScripts } from "./tools/build/early-scripts.ts";
import { firstPaint } from "./tools/build/first-paint.ts";
import { noStyleFallbacks } from "./tools/build/no-style-fallbacks.ts";
import { leftOutFunctions } from "./tools/build/left-out-functions.ts";
import { standIns } from "./tools/build/stand-ins.ts";
import { preloadChunks, withoutPreloaded } from "./tools/build/preload-chunks.ts";
import { LongestFirst } from "./tools/build/longest-first.ts";
import { emulator } from "./emulator/demo/vite-plugin.ts";
import { productionHost } from "./hosting/vite-plugin.ts";

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    tailwindcss(),
    noStyleFallbacks(),
    productionHost(),
    emulator(),
    billOfMaterials(),
    standIns(),
    leftOutFunctions(),
    firstPaint(),
    earlyScripts(),
    preloadChunks([
      "src/app/mount.tsx",
      "src/app/App.tsx",
      "src/queries/deployments.ts",
      "src/queries/query-client.ts",
      "src/aws/codedeploy/operations.ts",
    ]),
  ],
  resolve: {
    // The package names its browser build in a way that Vite's resolver does not follow.
    alias: { "@aws-sdk/credential-providers": "@aws-sdk/credential-providers/dist-es/index.browser.js" },
  },
  // Pages of other origins must not read these files.
  preview: { cors: false },
  build: {
    target: "es2023",
    // What README.md promises: the oldest browsers that have what the styles use, light-dark() for one.
    cssTarget: ["chrome123", "firefox128", "safari17.5"],
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    license: { fileName: LICENCES },
    sourcemap: "hidden",
    modulePreload: { resolveDependencies: withoutPreloaded },
    rolldownOptions: {
      // Constants of packages too, which have many that are used once.
      optimization: { inlineConst: { mode: "all", pass: 3 } },
      output: { codeSplitting: { groups: CHUNK_GROUPS } },
    },
  },
  test: {
    setupFiles: ["testing/set-up.ts"],
    // A slow machine makes a test slow, never red: the CDK takes its time.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // All cores: one is left out otherwise, which is half of two.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    projects: [
      // A process for each of these files, which replace React.
      { extends: true, mode, test: { name: "answers", include: ["testing/**/*.test.tsx"] } },
      // These share processes, and the modules that they load: starting them anew was a quarter of the work.
      {
        extends: true,
        mode,
        test: {
          name: "components",
          include: ["{src,tools}/**/*.test.tsx"],
          setupFiles: ["testing/set-up-components.ts"],
          isolate: false,
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
          isolate: false,
        },
      },
    ],
  },
}));
