import { join } from "node:path";
import type { Plugin } from "vite";

/** A module of a package of which the page needs little, and what the build takes in its place. */
interface StandIn {
  /** The end of its path, from the package's name on; `*` stands for a part of a name. */
  readonly module: string;
  /** The file of ours, in `stand-ins/`. It has the types of what it stands in for. */
  readonly file: string;
  /** The name of what is exported as the default, which our own files have none of. */
  readonly asDefault?: string;
  /** A module that would need the real one: a build that contains it fails. */
  readonly notWith?: string;
}

const SMITHY = "@smithy/core/dist-es/submodules";
const QUERY = "@tanstack/query-core/build/modern";

/**
 * What packages bring along and the page never runs, though a bundler cannot know. Each row is checked at each build:
 * where an update has moved or dropped a module, the build fails and says which row to look at.
 */
export const STAND_INS: readonly StandIn[] = [
  // The endpoint is always given: config.json's Region and partition make it.
  {
    module: "@aws-sdk/client-*/dist-es/endpoint/endpointResolver.js",
    file: "given-endpoint.ts",
  },
  {
    module: "@aws-sdk/nested-clients/dist-es/submodules/cognito-identity/endpoint/endpointResolver.js",
    file: "given-endpoint.ts",
  },
  // `fromWebToken` is given a role assumer. Its own would bring XML, and what that shares with CodeDeploy's protocol.
  { module: "@aws-sdk/nested-clients/dist-es/submodules/sts/index.js", file: "no-sts-client.ts" },
  // CodeDeploy has no event streams.
  { module: "@smithy/signature-v4/dist-es/HeaderFormatter.js", file: "no-event-headers.ts" },
  // Plain HTTP alone needs it.
  { module: `${SMITHY}/checksum/sha256/Sha256Js.js`, file: "late-sha256.ts" },
  // The retry policy is the app's own; the client makes one attempt, in its standard mode.
  {
    module: `${SMITHY}/retry/util-retry/AdaptiveRetryStrategy.js`,
    file: "no-adaptive-retry.ts",
  },
  // The page reads. One that writes with `useMutation` takes out this row.
  {
    module: `${QUERY}/mutationCache.js`,
    file: "no-mutations.ts",
    notWith: `${QUERY}/mutationObserver.js`,
  },
  {
    module: `${QUERY}/infiniteQueryBehavior.js`,
    file: "no-infinite-queries.ts",
    notWith: `${QUERY}/infiniteQueryObserver.js`,
  },
  // A context for all icons, strokes that do not scale, colours: the app sets size and class.
  {
    module: "lucide-react/dist/esm/createLucideIcon.mjs",
    file: "plain-icon.ts",
    asDefault: "createLucideIcon",
  },
];

/**
 * Takes stand-ins for modules of packages, in builds alone: development and unit tests have the real ones.
 *
 * @throws at the end of a build: where a row's module was not met, or one that needs the real module is in the build
 */
export function standIns(rows: readonly StandIn[] = STAND_INS): Plugin {
  const met = new Set<StandIn>();
  return {
    name: "stand-ins",
    apply: "build",
    enforce: "pre",
    load(id) {
      const row = rows.find(({ module }) => isAt(id, module));
      if (!row) return undefined;
      met.add(row);
      const file = JSON.stringify(join(import.meta.dirname, "stand-ins", row.file));
      return row.asDefault === undefined
        ? `export * from ${file};`
        : `export { ${row.asDefault} as default } from ${file};`;
    },
    generateBundle(_options, bundle) {
      const ids = Object.values(bundle).flatMap((output) =>
        output.type === "chunk" ? output.moduleIds : [],
      );
      for (const row of rows) {
        const { module, file, notWith } = row;
        if (!met.has(row)) throw new Error(`stand-ins: nothing loads ${module}. Is ${file} still needed?`);
        if (notWith !== undefined && ids.some((id) => isAt(id, notWith))) {
          throw new Error(`stand-ins: ${notWith} needs ${module}. Take out the row of ${file}.`);
        }
      }
    },
  };
}

function isAt(id: string, module: string): boolean {
  const path = id.replaceAll("\\", "/");
  const [start = "", end] = `/node_modules/${module}`.split("*");
  if (end === undefined) return path.endsWith(start);
  const within = path.slice(path.lastIndexOf(start) + start.length, -end.length);
  return path.includes(start) && path.endsWith(end) && !within.includes("/");
}
