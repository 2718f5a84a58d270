import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import process from "node:process";
import { afterAll, expect, test } from "vitest";
import { bareProject } from "../../testing/bare-project.ts";

const OXLINT = "node_modules/oxlint/bin/oxlint";
const RULES = ".oxlint-import-rules.json";

interface Verdict {
  readonly room: string;
  readonly code: string;
  readonly isAllowed: boolean;
}

function allowed(room: string, code: string): Verdict {
  return { room, code, isAllowed: true };
}

function forbidden(room: string, code: string): Verdict {
  return { room, code, isAllowed: false };
}

/** What a file in a folder of its room may import. */
const VERDICTS: readonly Verdict[] = [
  allowed("codedeploy", 'import { x } from "../../format/x.ts";'),
  allowed("codedeploy", 'import { x } from "../deployment/x.ts";'),
  allowed("codedeploy", 'import type { X } from "@aws-sdk/client-codedeploy";'),
  forbidden("codedeploy", 'import { X } from "@aws-sdk/client-codedeploy";'),
  forbidden("codedeploy", 'import { x } from "../../queries/x.ts";'),
  forbidden("codedeploy", 'import { useState } from "react";'),
  forbidden("codedeploy", 'import { readFileSync } from "node:fs";'),
  forbidden("aws-names", 'import { x } from "../../config/x.ts";'),
  forbidden("format", 'import { x } from "../../ui/x.ts";'),
  forbidden("aws", 'import { x } from "../../queries/x.ts";'),
  forbidden("queries", 'import { x } from "../../pages/x.ts";'),
  allowed("queries", 'import { x } from "../../aws/codedeploy/x.ts";'),
  allowed("pages", 'import { x } from "../../app/pages.ts";'),
  forbidden("pages", 'import { x } from "../../app/App.tsx";'),
  forbidden("pages", 'import { x } from "../../aws/x.ts";'),
  allowed("app", 'import { x } from "../../aws/x.ts";'),
  forbidden("app", 'import { x } from "../../../emulator/x.ts";'),
  forbidden("app", 'import { x } from "../../../hosting/x.ts";'),
];

const { root, place } = bareProject([".oxlintrc.json", RULES]);

afterAll(() => rmSync(root, { recursive: true }));

test("the committed rules are those of the table", () => {
  const made = join(root, "made.json");
  execFileSync(process.execPath, ["tools/lint/import-rules.js", made]);
  expect(readFileSync(RULES, "utf8")).toBe(readFileSync(made, "utf8"));
});

test("the linter refuses imports that lead out of a room, and lets others be", () => {
  const files = VERDICTS.map(({ room, code }, index) =>
    place(`src/${room}/folder/import-${index}.ts`, `${code}\n`),
  );
  const { stdout } = spawnSync(process.execPath, [OXLINT, "--format", "unix", ...files], {
    cwd: root,
    encoding: "utf8",
  });
  const refused = stdout.split("\n").filter((line) => line.includes("no-restricted-imports"));
  const verdicts = VERDICTS.map(({ room, code }, index) => {
    const name = basename(files[index] ?? "");
    return { room, code, isAllowed: !refused.some((line) => line.includes(`${name}:`)) };
  });
  expect(verdicts).toEqual(VERDICTS);
});
