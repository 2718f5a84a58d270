import type { Plugin } from "vite";

/**
 * Adds `modulepreload` links to index.html for the chunks of the given modules and all that they import, so that
 * the browser fetches them beside the entry script instead of after it.
 *
 * @param modules paths of dynamically imported modules, relative to the project's root
 */
export function preloadChunks(modules: readonly string[]): Plugin {
  let base = "/";
  return {
    name: "preload-chunks",
    apply: "build",
    configResolved(config) {
      base = config.base;
    },
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
        const wanted = new Set<string>();
        const want = (fileName: string) => {
          const chunk = chunks.find((candidate) => candidate.fileName === fileName);
          if (!chunk || chunk.isEntry || wanted.has(fileName)) return;
          wanted.add(fileName);
          chunk.imports.forEach(want);
        };
        for (const module of modules) {
          const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${module}`)));
          if (!chunk) throw new Error(`preload-chunks: no chunk of the build holds ${module}.`);
          want(chunk.fileName);
        }
        return [...wanted].map((fileName) => ({
          tag: "link",
          attrs: { rel: "modulepreload", crossorigin: true, href: base + fileName },
          injectTo: "head",
        }));
      },
    },
  };
}

/** The chunks that index.html preloads, and its styles: nothing that loads later has to name them. */
const ALWAYS_THERE = /^assets\/(?:rolldown-runtime|react|index|mount|page|queries|sdk)-.{8}\.(?:js|css)$/;

/** What is to be preloaded with a chunk that loads later: what it imports, without what is there anyway. */
export function withoutPreloaded(_fileName: string, imports: string[]): string[] {
  return imports.filter((fileName) => !ALWAYS_THERE.test(fileName));
}
