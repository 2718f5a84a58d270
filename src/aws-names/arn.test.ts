import { describe, expect, test } from "vitest";
import { parseArn } from "./arn.ts";

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
