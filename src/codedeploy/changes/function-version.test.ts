import { expect, test } from "vitest";
import { makeTarget } from "../../../testing/make-target.ts";
import type { FunctionVersion } from "./function-version.ts";
import { codeWords, functionChanges, versionShift } from "./function-version.ts";

const VERSION: FunctionVersion = {
  version: "41",
  description: undefined,
  sha256: "aaa=",
  codeBytes: 200_000,
  runtime: "nodejs22.x",
  memoryMb: 256,
  timeoutS: 10,
};

const SHIFT = { functionName: "price", currentVersion: "41", targetVersion: "42" };

test("the target of a Lambda deployment tells between which versions traffic moves", () => {
  const target = makeTarget({ facts: { kind: "lambda", lambdaFunction: SHIFT } });
  expect(versionShift([makeTarget(), target])).toEqual({ functionName: "price", before: "41", now: "42" });
});

test.each(["functionName", "currentVersion", "targetVersion"])("a target without %s tells none", (member) => {
  const target = makeTarget({ facts: { kind: "lambda", lambdaFunction: { ...SHIFT, [member]: undefined } } });
  expect(versionShift([target])).toBeUndefined();
});

test("what differs between two versions is told by name", () => {
  const now = { ...VERSION, version: "42", sha256: "bbb=", description: "Fixes rounding", memoryMb: 512 };
  expect(functionChanges(VERSION, now)).toEqual([
    { name: "Version", before: "41", now: "42" },
    { name: "Description", before: undefined, now: "Fixes rounding" },
    { name: "Code’s sha256", before: "aaa=", now: "bbb=" },
    { name: "Memory", before: "256 MB", now: "512 MB" },
  ]);
});

test("only hashes of both versions prove that the code is the same, or another", () => {
  expect(codeWords(VERSION, VERSION)).toMatch(/^The code is the same/);
  expect(codeWords(VERSION, { ...VERSION, sha256: "bbb=" })).toMatch(/^The code differs/);
  expect(codeWords(VERSION, { ...VERSION, sha256: undefined })).toBeUndefined();
});
