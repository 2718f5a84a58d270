import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import process from "node:process";
import { afterEach, expect, test } from "vitest";

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

let folders: string[] = [];

afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
  folders = [];
});

test("the committed rules are those of the table", () => {
  const committed = readFileSync(RULES, "utf8");
  const folder = newFolder(".");
  execFileSync(process.execPath, ["tools/lint/import-rules.js", join(folder, RULES)]);
  expect(committed).toBe(readFileSync(join(folder, RULES), "utf8"));
});

test("the linter refuses imports that lead out of a room, and lets others be", () => {
  const files = VERDICTS.map(({ room, code }, place) => {
    const file = join(newFolder(join("src", room)), `import-${place}.ts`);
    writeFileSync(file, `${code}\n`);
    return file;
  });
  const { stdout } = spawnSync(process.execPath, [OXLINT, "--format", "unix", ...files], {
    encoding: "utf8",
  });
  const refused = stdout.split("\n").filter((line) => line.includes("no-restricted-imports"));
  const verdicts = VERDICTS.map(({ room, code }, place) => {
    const name = basename(files[place] ?? "");
    return { room, code, isAllowed: !refused.some((line) => line.includes(`${name}:`)) };
  });
  expect(verdicts).toEqual(VERDICTS);
});

function newFolder(parent: string): string {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "import-rules-"));
  folders.push(folder);
  return folder;
}
