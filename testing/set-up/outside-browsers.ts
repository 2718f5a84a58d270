import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const REACT = "\0react-outside-browsers";

/** React, but for one function: outside a browser it takes no store without a snapshot for servers, which the app has no use for. */
const CODE = `
export * from "react";
export const useSyncExternalStore = (_subscribe, snapshot) => snapshot();
`;

const LATER_PART = fileURLToPath(new URL("later-part-as-text.tsx", import.meta.url));

/**
 * Gives the tests of a project React for rendering outside a browser, and parts that come later as such a rendering shows them.
 * Packages have their own React.
 */
export function outsideBrowsers(): Plugin {
  return {
    name: "deploywatch-outside-browsers",
    enforce: "pre",
    resolveId(id, importer) {
      if (id === "react" && importer !== REACT) return REACT;
      return id.endsWith("/ui/later-part.tsx") ? LATER_PART : undefined;
    },
    load: (id) => (id === REACT ? CODE : undefined),
  };
}
