import { describe, expect, test } from "vitest";
import { addressFault } from "./address-fault.ts";

describe("an address", () => {
  test.each([
    ["us-east-1", "d-74D35AS7C", undefined],
    ["us-east-1", "d 74", "invalid-id"],
    ["nowhere", "d-74D35AS7C", "invalid-region"],
    ["us-east-1.evil.example", "d-74D35AS7C", "invalid-region"],
    ["eu-west-1", "d-74D35AS7C", "region-not-served"],
    ["constructor", "d-74D35AS7C", "invalid-region"],
  ])("of %s and %s is told to be at fault as %s before AWS is asked", (region, deploymentId, fault) => {
    expect(addressFault({ region, deploymentId }, ["us-east-1", "us-west-2"])).toBe(fault);
  });
});
