import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { LONG_FILES } from "./longest-first.ts";

test.each(LONG_FILES)("%s is still there, under this name", (path) => {
  expect(existsSync(path)).toBe(true);
});
