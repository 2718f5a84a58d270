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
const REACT_QUERY = "@tanstack/react-query/build/modern";

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
  // Browsers read dates.
  { module: `${SMITHY}/serde/date-utils.js`, file: "native-dates.ts" },
  // Plain HTTP alone needs it.
  { module: `${SMITHY}/checksum/sha256/Sha256Js.js`, file: "late-sha256.ts" },
  // The retry policy is the app's own; the client makes one attempt, in its standard mode.
  {
    module: `${SMITHY}/retry/util-retry/AdaptiveRetryStrategy.js`,
    file: "no-adaptive-retry.ts",
  },
  { module: `${SMITHY}/retry/util-retry/StandardRetryStrategy.js`, file: "one-attempt.ts" },
  { module: `${SMITHY}/retry/middleware-retry/retryMiddleware.js`, file: "one-attempt.ts" },
  // AWS's JSON protocol has everything in the body.
  {
    module: `${SMITHY}/protocols/HttpBindingNormalizedSchema.js`,
    file: "no-http-bindings.ts",
    notWith: `${SMITHY}/protocols/HttpBindingProtocol.js`,
  },
  { module: `${SMITHY}/protocols/json/codec-v2/JsonBytesStringAdapter.js`, file: "json-bytes.ts" },
  // No client is given a logger, or a mode.
  {
    module: "@aws-sdk/core/dist-es/submodules/client/middleware-logger/loggerMiddleware.js",
    file: "no-logger.ts",
  },
  {
    module: `${SMITHY}/config/defaults-mode/resolveDefaultsModeConfig.browser.js`,
    file: "one-defaults-mode.ts",
  },
  {
    module: `${SMITHY}/endpoints/middleware-endpoint/service-customizations/index.js`,
    file: "no-s3.ts",
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
  // Errors are in a query's result, and so is that there is none yet. Whoever suspends or throws takes out these rows.
  {
    module: `${REACT_QUERY}/suspense.js`,
    file: "no-error-boundaries.ts",
    notWith: `${REACT_QUERY}/useSuspenseQuery.js`,
  },
  {
    module: `${REACT_QUERY}/errorBoundaryUtils.js`,
    file: "no-error-boundaries.ts",
    notWith: `${REACT_QUERY}/useSuspenseQuery.js`,
  },
  // A context for all icons, strokes that do not scale, colours: the app sets size and class.
  {
    module: "lucide-react/dist/esm/createLucideIcon.mjs",
    file: "plain-icon.ts",
    asDefault: "createLucideIcon",
  },
];

/** Statements of a module of a package that the page does without. */
interface LeftOut {
  /** The end of the module's path, from the package's name on. */
  readonly module: string;
  /** Each of them. */
  readonly statements: RegExp;
  /** What is left of none of them. */
  readonly rest: string;
  /** A module that would need them: a build that contains it fails. */
  readonly notWith: string;
}

/** Checked at each build, as the stand-ins are. */
export const LEFT_OUT: readonly LeftOut[] = [
  // A class for each of CodeDeploy's 110 exceptions. The app goes by names, which the SDK takes from the answer where it knows
  // no class: then it makes a CodeDeployServiceException of the same name, message and fault.
  {
    module: "@aws-sdk/client-codedeploy/dist-es/schemas/schemas_0.js",
    statements: /^export var (\w+Exception)\$ = \[-3, n0,[^;]*;\nn0_registry\.registerError\(\1\$, \1\);$/gm,
    rest: "n0_registry.registerError",
    notWith: "@aws-sdk/client-codedeploy/dist-es/models/errors.js",
  },
];

/** Clients say their version to AWS with each request. The rest of their package.json, to the last script of it, would come along. */
const PACKAGE_OF_SDK = /[\\/]node_modules[\\/]@aws-sdk[\\/][\w-]+[\\/]package\.json$/;

/**
 * Takes stand-ins for modules of packages and leaves out statements of others, in builds alone: development and unit tests have the
 * real ones.
 *
 * @throws at the end of a build: where a row's module was not met, or one that needs the real module is in the build
 */
export function standIns(
  rows: readonly StandIn[] = STAND_INS,
  leftOut: readonly LeftOut[] = LEFT_OUT,
): Plugin {
  const met = new Set<StandIn | LeftOut>();
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
    transform(code, id) {
      if (PACKAGE_OF_SDK.test(id)) {
        const { version }: { version: string } = JSON.parse(code);
        return { code: JSON.stringify({ version }), map: null };
      }
      const row = leftOut.find(({ module }) => isAt(id, module));
      if (!row) return undefined;
      const left = code.replace(row.statements, "");
      if (left === code || left.includes(row.rest)) {
        throw new Error(`stand-ins: ${row.module} has another form. Look at its row.`);
      }
      met.add(row);
      return { code: left, map: null };
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
      for (const row of leftOut) {
        const { module, notWith } = row;
        if (!met.has(row)) throw new Error(`stand-ins: nothing loads ${module}. Is its row still needed?`);
        if (ids.some((id) => isAt(id, notWith))) {
          throw new Error(`stand-ins: ${notWith} needs ${module} as it is. Take out its row.`);
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
