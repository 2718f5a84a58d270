import type { Plugin } from "vite";

/** Safari before 16.4 and Firefox before 128, which have no `@property`. The page needs newer ones, for light-dark(). */
const FALLBACK =
  /@layer properties\s*\{\s*@supports \(\(\(-webkit-hyphens:\s*none\)\) and \(not \(margin-trim:\s*inline\)\)\) or \(\(-moz-orient:\s*inline\) and \(not \(color:\s*rgb\(from red r g b\)\)\)\)\s*\{[^{}]*\{[^{}]*\}\s*\}\s*\}/;

/**
 * Leaves out of a build's styles what Tailwind sets on every element in browsers without `@property`.
 *
 * @throws where an update has given it another form, or another condition
 */
export function noStyleFallbacks(): Plugin {
  return {
    name: "no-style-fallbacks",
    apply: "build",
    // After Tailwind's, which stands before it.
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith(".css") || !code.includes("@property --tw-")) return undefined;
      const left = code.replace(FALLBACK, "");
      if (left === code)
        throw new Error("no-style-fallbacks: Tailwind has another form. Look at the pattern.");
      return { code: left, map: null };
    },
  };
}
