import type { HtmlTagDescriptor, Plugin } from "vite";

/**
 * Adds links to index.html for the chunks of the given modules and all that they import: `modulepreload` for what the browser fetches
 * beside the entry script instead of after it, `later` for what the entry script makes that of, in this order.
 *
 * @param modules paths of dynamically imported modules, relative to the project's root
 * @param later the same
 */
export function preloadChunks(modules: readonly string[], later: readonly string[]): Plugin {
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
        const named = new Set<string>();
        const name = (fileName: string, rel: string): HtmlTagDescriptor[] => {
          const chunk = chunks.find((candidate) => candidate.fileName === fileName);
          if (!chunk || chunk.isEntry || named.has(fileName)) return [];
          named.add(fileName);
          const link = { tag: "link", attrs: { rel, crossorigin: true, href: base + fileName } };
          return [{ ...link, injectTo: "head" }, ...chunk.imports.flatMap((imported) => name(imported, rel))];
        };
        const nameAll = (wanted: readonly string[], rel: string) =>
          wanted.flatMap((module) => {
            const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${module}`)));
            if (!chunk) throw new Error(`preload-chunks: no chunk of the build holds ${module}.`);
            return name(chunk.fileName, rel);
          });
        return [...nameAll(modules, "modulepreload"), ...nameAll(later, "later")];
      },
    },
  };
}

/** What index.html names: nothing that loads later has to. */
const NAMED = /^assets\/(?:rolldown-runtime|react|index|page|queries|operations|sdk)-.{8}\.(?:js|css)$/;

/**
 * What is to be preloaded with a chunk that loads later: itself and what it imports, without what is there anyway; nothing where it
 * is alone, which would be asked for no sooner.
 */
export function withoutPreloaded(chunk: string, files: string[]): string[] {
  const missing = files.filter((name) => !NAMED.test(name));
  return missing.every((name) => name === chunk) ? [] : missing;
}
