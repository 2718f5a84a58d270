import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { ownFiles } from "./own-files.ts";

const MOST_LINES = 250;
const MOST_FILES = 25;

const CODE = /\.(?:tsx?|js|css)$/;

const FILES = ownFiles(".").filter((path) => CODE.test(path));

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
