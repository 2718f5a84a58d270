import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ownFiles } from "./own-files.ts";

const FILES = ownFiles(".");

/** In these files, a name in backticks that begins with a room, or ends as a file of code does, is that of a file or a folder. */
const TEXTS = FILES.filter((path) => /\.(?:md|tsx?|js|css)$/.test(path) && path !== "CHANGELOG.md");
const NAMES = [
  /`((?:src|e2e|tools|hosting|emulator|testing|local|docs|public)\/[\w./-]*)`/g,
  /`([\w-]+(?:\/[\w-]+)*(?:\.test|\.e2e|\.bench)?\.(?:tsx?|js))`/g,
];
/** Names of no file, in a text that is about names. */
const EXAMPLES = new Set(["CONTRIBUTING.md: index.ts", "CONTRIBUTING.md: x.test.ts"]);

test("what documents and comments name as a file is there", () => {
  const missing = TEXTS.flatMap((text) => {
    const content = readFileSync(text, "utf8");
    const names = NAMES.flatMap((form) => Array.from(content.matchAll(form), ([, name = ""]) => name));
    return names.filter((name) => !isThere(name)).map((name) => `${text}: ${name}`);
  });
  expect(missing.filter((each) => !EXAMPLES.has(each))).toEqual([]);
});

/** A test or a file of code may be named without what its name ends with, and by the end of its path. */
function isThere(name: string): boolean {
  if (existsSync(name)) return true;
  const endings = ["", ".ts", ".tsx", ".e2e.ts", ".test.ts"].map((ending) => `/${name}${ending}`);
  return FILES.some((path) => endings.some((ending) => `/${path}`.endsWith(ending)));
}
