import type { HtmlTagDescriptor, Plugin } from "vite";

/**
 * Adds links to index.html for the chunks of the given modules and all that they import: `modulepreload` for what the browser fetches
 * beside the entry script instead of after it, `later` for what the entry script makes that of, in this order. The entry script itself
 * comes first of all, before the styles too: it sends the first request, and what stands there meanwhile can wait for its turn.
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
      handler(html, { bundle = {} }) {
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
        const tags = [...nameAll(modules, "modulepreload"), ...nameAll(later, "later")];
        return { html: withEntryFirst(html), tags };
      },
    },
  };
}

/** Vite writes these tags anew, without the priorities that index.html could name. */
function withEntryFirst(html: string): string {
  const priorities = { '<script async type="module"': "high", '<link rel="stylesheet"': "low" };
  return Object.entries(priorities).reduce((text, [tag, priority]) => {
    if (!text.includes(tag)) throw new Error(`preload-chunks: index.html has no ${tag}.`);
    return text.replace(tag, `${tag} fetchpriority="${priority}"`);
  }, html);
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
