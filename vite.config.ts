import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { billOfMaterials, LICENCES } from "./tools/build/bill-of-materials.ts";
import { BROWSER_BUILDS } from "./tools/build/browser-builds.ts";
import { CHUNK_GROUPS } from "./tools/build/chunks.ts";
import { earlyScript } from "./tools/build/early-script.ts";
import { firstPaint } from "./tools/build/first-paint.ts";
import { noStyleFallbacks } from "./tools/build/no-style-fallbacks.ts";
import { leftOutFunctions } from "./tools/build/left-out-functions.ts";
import { standIns } from "./tools/build/stand-ins.ts";
import { preloadChunks, withoutPreloaded } from "./tools/build/preload-chunks.ts";
import { emulator } from "./emulator/demo/vite-plugin.ts";
import { productionHost } from "./hosting/vite-plugin.ts";

export default defineConfig({
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
    earlyScript(),
    preloadChunks(
      ["src/queries/deployments.ts", "src/queries/query-client.ts", "src/aws/codedeploy/operations.ts"],
      ["src/app/App.tsx"],
    ),
  ],
  resolve: { alias: BROWSER_BUILDS },
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
});
