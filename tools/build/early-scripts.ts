import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { minifySync } from "vite";

/** What runs before the first paint: files of `public`, which index.html names. */
const SCRIPTS = ["head.js", "first-paint.js"];

/**
 * Puts them, minified, among the assets of a build, whose names tell their content: browsers that have been here ask for neither
 * of them again, and the first paint of a warm visit waits for index.html alone.
 */
export function earlyScripts(): Plugin {
  const assets = SCRIPTS.map((name) => {
    const { code } = minifySync(name, readFileSync(join("public", name), "utf8"));
    const hash = createHash("sha256").update(code).digest("base64url").slice(0, 8);
    return { name, code, fileName: `assets/${name.replace(".js", `-${hash}.js`)}` };
  });
  let base = "/";
  return {
    name: "early-scripts",
    apply: "build",
    configResolved(config) {
      base = config.base;
    },
    transformIndexHtml: {
      order: "post",
      handler: (html) =>
        assets.reduce((text, { name, fileName }) => {
          const [from, to] = [`="${base}${name}"`, `="${base}${fileName}"`];
          if (!text.includes(from)) throw new Error(`early-scripts: index.html does not name ${name}.`);
          return text.replaceAll(from, to);
        }, html),
    },
    generateBundle() {
      for (const { code, fileName } of assets) this.emitFile({ type: "asset", fileName, source: code });
    },
    writeBundle({ dir }) {
      // Vite has copied them from `public`.
      if (dir !== undefined) for (const { name } of assets) rmSync(join(dir, name), { force: true });
    },
  };
}
