import { describe, expect, test } from "vitest";
import { aftermath, isRunByCloudFormation } from "./aftermath.ts";

describe("what a stopped deployment leaves behind", () => {
  test("Lambda: an alias that may be split over two versions", () => {
    expect(aftermath({ status: "Stopped", computePlatform: "Lambda" })).toBe("alias-split");
  });

  test("EC2: instances of which nobody knows what runs there", () => {
    expect(aftermath({ status: "Stopped", computePlatform: "Server" })).toBe("instances-indeterminate");
  });

  test("nothing that AWS warns of for ECS and unknown platforms", () => {
    expect(aftermath({ status: "Stopped", computePlatform: "ECS" })).toBeUndefined();
    expect(aftermath({ status: "Stopped" })).toBeUndefined();
  });

  test("nothing once a rollback has been started, or when it was not stopped", () => {
    const rollbackInfo = { rollbackDeploymentId: "d-J5KH1W91L" };
    expect(aftermath({ status: "Stopped", computePlatform: "Lambda", rollbackInfo })).toBeUndefined();
    expect(aftermath({ status: "Failed", computePlatform: "Server" })).toBeUndefined();
  });
});

test.each([
  ["CloudFormation", true],
  ["cloudformationrollback", true],
  ["user", false],
  [undefined, false],
])("created by %s: run by CloudFormation is %s", (creator, expected) => {
  const deployment: object = { creator };
  expect(isRunByCloudFormation(deployment)).toBe(expected);
});
