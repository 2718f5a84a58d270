import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { preloadChunks } from "./build/preload-chunks.ts";
import { emulator } from "./emulator/vite-plugin.ts";

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    emulator(),
    preloadChunks([
      "src/App.tsx",
      "src/queries/deployments.ts",
      "src/queries/query-client.ts",
      "src/aws/sdk-code-deploy.ts",
    ]),
  ],
  build: {
    target: "es2023",
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    license: { fileName: "licenses.md" },
    sourcemap: "hidden",
  },
  test: {
    include: ["src/**/*.test.ts", "emulator/**/*.test.ts", "build/**/*.test.ts"],
  },
});
