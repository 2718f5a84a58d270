// Writes .oxlint-import-rules.json, which .oxlintrc.json extends, from the table below: node tools/lint/import-rules.js [another file]
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Packages that only some rooms may import. */
const packages = {
  react: ["react", "react/*", "react-dom", "react-dom/*", "lucide-react", "clsx"],
  query: ["@tanstack/*"],
  sdk: ["@aws-sdk/*", "@smithy/*", "@aws-crypto/*"],
  oidc: ["oidc-client-ts"],
  valibot: ["valibot"],
  text: ["diff", "js-yaml"],
};

/**
 * The rooms of src: which others each may import, and which packages. `sdk types` stands for the SDK's types alone.
 * CONTRIBUTING.md shows the same table.
 */
const rooms = {
  "aws-names": { rooms: [], packages: ["sdk types"] },
  values: { rooms: [], packages: [] },
  format: { rooms: [], packages: [] },
  config: { rooms: ["aws-names", "values"], packages: ["valibot"] },
  errors: { rooms: ["aws-names", "values"], packages: [] },
  codedeploy: { rooms: ["aws-names", "values", "errors", "format"], packages: ["sdk types", "text"] },
  access: {
    rooms: ["config", "aws-names", "values", "format"],
    packages: ["react", "sdk", "oidc"],
  },
  aws: { rooms: ["config", "aws-names", "values", "errors", "access", "codedeploy"], packages: ["sdk"] },
  queries: {
    rooms: ["aws", "aws-names", "values", "errors", "codedeploy"],
    packages: ["react", "query", "valibot", "sdk types"],
  },
  ui: { rooms: ["format", "values"], packages: ["react"] },
  pages: {
    rooms: ["queries", "codedeploy", "errors", "access", "config", "ui", "format", "aws-names", "values"],
    files: ["app/address.ts", "app/pages.ts", "app/navigation.ts"],
    packages: ["react", "sdk types"],
  },
  app: { rooms: ["*"], packages: ["react", "query", "sdk types"] },
};

const OUTSIDE = "src never imports the emulator, the server of local mode, tests, hosting or tools.";

/** Every file of a room lies at one of these depths below it. */
const DEPTHS = [1, 2, 3];

function overrideFor(room, depth) {
  const { rooms: allowed, files = [], packages: own } = rooms[room];
  const up = "../".repeat(depth);
  const may = [...allowed.map((name) => (name === "*" ? "*/**" : `${name}/**`)), ...files];
  const banned = Object.keys(packages).filter(
    (name) => !own.includes(name) && !own.includes(`${name} types`),
  );
  return {
    files: [`src/${room}/${"*/".repeat(depth - 1)}*.{ts,tsx}`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: [`${up}**`, ...may.map((path) => `!${up}${path}`), `${up}../**`],
              message: `${room} may import ${[...allowed, ...files].join(", ") || "no other room"} only. ${OUTSIDE}`,
            },
            {
              group: ["node:*", ...banned.flatMap((name) => packages[name])],
              message: `This package has no place in ${room}.`,
            },
            ...(own.includes("sdk types")
              ? [
                  {
                    group: packages.sdk,
                    allowTypeImports: true,
                    message: `${room} takes types from the SDK, never code.`,
                  },
                ]
              : []),
          ],
        },
      ],
    },
  };
}

const overrides = Object.keys(rooms).flatMap((room) => DEPTHS.map((depth) => overrideFor(room, depth)));
const file = process.argv[2] ?? fileURLToPath(new URL("../../.oxlint-import-rules.json", import.meta.url));
writeFileSync(file, `${JSON.stringify({ overrides }, null, 2)}\n`);
