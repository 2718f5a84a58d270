import { describe, expect, test } from "vitest";
import { parseArn } from "./arn.ts";
import { stackName } from "./stacks.ts";

describe("an ARN", () => {
  test.each([
    [
      "arn:aws:cloudformation:eu-west-1:111122223333:stack/shop/6b5f3a10",
      { service: "cloudformation", region: "eu-west-1", resource: "stack/shop/6b5f3a10" },
    ],
    [
      "arn:aws-us-gov:elasticloadbalancing:us-gov-west-1:111122223333:listener/app/lb/1/2",
      { service: "elasticloadbalancing", region: "us-gov-west-1", resource: "listener/app/lb/1/2" },
    ],
  ])("is read in its parts: %s", (text, parts) => {
    expect(parseArn(text)).toEqual(parts);
  });

  test.each([
    "",
    "arn:",
    "arn:aws:s3:::bucket",
    "arn:evil:x:eu-west-1:111122223333:y",
    "arn:aws:x:eu-west-1:111122223333:<b>",
    "arn:aws:x:eu-west-1:111122223333:y?z",
    "arn:aws:x:eu-west-1:111122223333:y\n",
    `arn:aws:x:eu-west-1:111122223333:${"y".repeat(601)}`,
  ])("is not seen in other text: %j", (text) => {
    expect(parseArn(text)).toBeUndefined();
  });
});

test("a stack is called by its name, not by its ARN", () => {
  expect(stackName("arn:aws:cloudformation:eu-west-1:111122223333:stack/shop-prod/6b5f3a10-1c2d")).toBe(
    "shop-prod",
  );
});

test.each([
  "",
  "shop-prod",
  "arn:aws:cloudformation:eu-west-1:111122223333:changeSet/shop/1",
  "arn:aws:ecs:eu-west-1:111122223333:stack/shop/1",
])("an external id that is no stack has no stack name: %j", (externalId) => {
  expect(stackName(externalId)).toBeUndefined();
});
