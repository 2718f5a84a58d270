import type { Plugin } from "vite";

const REACT = "\0react-outside-browsers";

/** React, but for one function: outside a browser it takes no store without a snapshot for servers, which the app has no use for. */
const CODE = `
export * from "react";
export const useSyncExternalStore = (_subscribe, snapshot) => snapshot();
`;

/** Gives the tests of a project React for rendering outside a browser. Packages have their own. */
export function outsideBrowsers(): Plugin {
  return {
    name: "deploywatch-outside-browsers",
    enforce: "pre",
    resolveId: (id, importer) => (id === "react" && importer !== REACT ? REACT : undefined),
    load: (id) => (id === REACT ? CODE : undefined),
  };
}
