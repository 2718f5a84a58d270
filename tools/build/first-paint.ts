import type { Plugin } from "vite";
import { runnerImport } from "vite";
import type * as Templates from "./first-paint-templates.tsx";

const PLACE = /<!-- first paint: .*?-->/s;
const MODULE = "./tools/build/first-paint-templates.tsx";

/** Renders into index.html what stands there before any script of the app has come. */
export function firstPaint(): Plugin {
  let base = "/";
  let templates: Promise<string> | undefined;
  return {
    name: "first-paint",
    configResolved(config) {
      base = config.base;
    },
    transformIndexHtml: {
      order: "pre",
      async handler(html) {
        if (!PLACE.test(html)) throw new Error("first-paint: index.html has no place for it.");
        templates ??= render(base);
        const rendered = await templates;
        return html.replace(PLACE, () => rendered);
      },
    },
  };
}

async function render(base: string): Promise<string> {
  const { module } = await runnerImport<typeof Templates>(MODULE, {
    base,
    configFile: false,
  });
  return module.firstPaintTemplates();
}
