import { expect, test } from "vitest";
import { isRunByCloudFormation } from "./creator.ts";

test.each([
  ["CloudFormation", true],
  ["cloudformationrollback", true],
  ["user", false],
  [undefined, false],
])("created by %s: run by CloudFormation is %s", (creator, expected) => {
  const deployment: object = { creator };
  expect(isRunByCloudFormation(deployment)).toBe(expected);
});
