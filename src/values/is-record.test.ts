import { expect, test } from "vitest";
import { isRecord } from "./is-record.ts";

test.each([{}, { a: 1 }, Object.create(null)])("%j has members", (value: unknown) => {
  expect(isRecord(value)).toBe(true);
});

test.each([null, undefined, [], [{}], "text", 7, true])("%j has none", (value) => {
  expect(isRecord(value)).toBe(false);
});
