import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { minifySync } from "vite";

/** What runs before the first paint: a file of `public`, which index.html names. */
const SCRIPT = "first-paint.js";

/**
 * Puts it, minified, among the assets of a build, whose names tell their content: browsers that have been here do not ask for it
 * again, and the first paint of a warm visit waits for index.html alone.
 */
export function earlyScript(): Plugin {
  const { code } = minifySync(SCRIPT, readFileSync(join("public", SCRIPT), "utf8"));
  const hash = createHash("sha256").update(code).digest("base64url").slice(0, 8);
  const fileName = `assets/${SCRIPT.replace(".js", `-${hash}.js`)}`;
  let base = "/";
  return {
    name: "early-script",
    apply: "build",
    configResolved(config) {
      base = config.base;
    },
    transformIndexHtml: {
      order: "post",
      handler(html) {
        const source = `src="${base}${SCRIPT}"`;
        if (!html.includes(source)) throw new Error(`early-script: index.html does not name ${SCRIPT}.`);
        return html.replace(source, `src="${base}${fileName}"`);
      },
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName, source: code });
    },
    writeBundle({ dir }) {
      // Vite has copied it from `public`.
      if (dir !== undefined) rmSync(join(dir, SCRIPT), { force: true });
    },
  };
}
