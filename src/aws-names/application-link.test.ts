import { describe, expect, test } from "vitest";
import { applicationUrl, deploymentGroupUrl } from "./application-link.ts";

const BASE = "https://eu-west-1.console.aws.amazon.com/codesuite/codedeploy/applications";

describe("links to an application and its group", () => {
  test("carry the names, encoded", () => {
    expect(applicationUrl("eu-west-1", "shop/api #1")).toBe(`${BASE}/shop%2Fapi%20%231?region=eu-west-1`);
    expect(deploymentGroupUrl("eu-west-1", "shop", "prod?")).toBe(
      `${BASE}/shop/deployment-groups/prod%3F?region=eu-west-1`,
    );
  });

  test.each(["", ".", "..", "a\u0000", "\u202Egpj", "\ud800", "x".repeat(101)])(
    "are not made from a name that nothing can have: %j",
    (name) => {
      expect(applicationUrl("eu-west-1", name)).toBeUndefined();
      expect(deploymentGroupUrl("eu-west-1", "shop", name)).toBeUndefined();
      expect(deploymentGroupUrl("eu-west-1", name, "prod")).toBeUndefined();
    },
  );

  test("need both names for a group", () => {
    expect(deploymentGroupUrl("eu-west-1", undefined, "prod")).toBeUndefined();
  });
});
