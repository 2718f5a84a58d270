import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alarmUrl, autoScalingGroupUrl, consoleUrl, deploymentUrl } from "./console-links.ts";
import { stackUrl } from "./stacks.ts";

const STACK = "arn:aws:cloudformation:eu-west-1:111122223333:stack/shop/6b5f3a10-1c2d-11ee-8d2a-0a1b2c3d4e5f";

describe("links into the AWS console", () => {
  test.each([
    ["eu-west-1", "https://eu-west-1.console.aws.amazon.com/x?region=eu-west-1"],
    ["cn-north-1", "https://cn-north-1.console.amazonaws.cn/x?region=cn-north-1"],
    ["eusc-de-east-1", "https://eusc-de-east-1.console.amazonaws-eusc.eu/x?region=eusc-de-east-1"],
    ["us-gov-west-1", "https://us-gov-west-1.console.amazonaws-us-gov.com/x?region=us-gov-west-1"],
  ])("lead to the console of %s's partition", (region, url) => {
    expect(consoleUrl(region, "x")).toBe(url);
  });

  test.each(["", "us-iso-east-1", "eu-west-1.evil.example", "evil.example/", "EU-WEST-1", "eu-west-1\n"])(
    "are not made for a Region whose console nobody knows: %j",
    (region) => {
      expect(consoleUrl(region, "x")).toBeUndefined();
    },
  );

  test("encode what stands in the query, a space as %20", () => {
    expect(consoleUrl("eu-west-1", "s3/object/b", { query: { prefix: "a b+c&d#e" } })).toBe(
      "https://eu-west-1.console.aws.amazon.com/s3/object/b?region=eu-west-1&prefix=a%20b%2Bc%26d%23e",
    );
  });

  test("name an alarm with any characters that an alarm may have", () => {
    expect(alarmUrl("eu-west-1", "5xx / p99 <high>")).toBe(
      "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/5xx%20%2F%20p99%20%3Chigh%3E",
    );
  });

  test("lead to a stack in the stack's own Region", () => {
    expect(stackUrl(STACK)).toContain("https://eu-west-1.console.aws.amazon.com/cloudformation/home?");
    expect(stackUrl("arn:aws:s3:::bucket")).toBeUndefined();
    expect(stackUrl(`${STACK}?x`)).toBeUndefined();
  });

  test("lead to the deployment", () => {
    expect(deploymentUrl("us-east-1", "d-74D35AS7C")).toBe(
      "https://us-east-1.console.aws.amazon.com/codesuite/codedeploy/deployments/d-74D35AS7C?region=us-east-1",
    );
  });

  test("do not step out of the deployments", () => {
    expect(deploymentUrl("us-east-1", "..")).toBeUndefined();
    expect(deploymentUrl("us-east-1", "d-1/../x")).toBeUndefined();
  });

  test.each(["", "a\u0000b", "\u202egpj", "\ud800", "x".repeat(256)])(
    "are not made from a name that nothing can have: %j",
    (name) => {
      expect(alarmUrl("eu-west-1", name)).toBeUndefined();
      expect(autoScalingGroupUrl("eu-west-1", name)).toBeUndefined();
      expect(deploymentUrl("eu-west-1", name)).toBeUndefined();
    },
  );

  test("never leave the console, whatever AWS sends", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, text, (region, name) => {
        for (const build of [alarmUrl, autoScalingGroupUrl, deploymentUrl]) {
          for (const url of [build("eu-west-1", name), build(region, name), stackUrl(name)]) {
            if (url === undefined) continue;
            expect(new URL(url).hostname).toMatch(
              /^[a-z0-9-]+\.console\.(aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)$/,
            );
          }
        }
      }),
    );
  });
});
