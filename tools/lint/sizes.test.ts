import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { NOT_OURS } from "./not-ours.ts";

const MOST_LINES = 250;
const MOST_FILES = 25;

const CODE = /\.(?:tsx?|js|css)$/;

const FILES = codeIn(".");

function codeIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return codeIn(path);
      return CODE.test(entry.name) && existsSync(path) ? [path] : [];
    });
}

test("no file of code has more than 250 lines", () => {
  expect(FILES.length).toBeGreaterThan(1_000);
  const files = FILES.map((path) => ({ path, lines: readFileSync(path, "utf8").split("\n").length - 1 }));
  expect(files.filter(({ lines }) => lines > MOST_LINES)).toEqual([]);
});

test("no folder has more than 25 files beside the tests of its files", () => {
  const folders = new Map<string, number>();
  for (const path of FILES.filter((each) => !/\.test\.tsx?$/.test(each))) {
    folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
  }
  expect([...folders].filter(([, files]) => files > MOST_FILES)).toEqual([]);
});
