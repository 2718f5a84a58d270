import { describe, expect, test } from "vitest";
import { soleRegionIn } from "./region-in-text.ts";
import { isRegionName } from "./regions.ts";

const REGIONS = [
  "us-east-1",
  "eu-central-2",
  "ap-southeast-4",
  "ap-northeast-1",
  "us-gov-west-1",
  "cn-northwest-1",
  "us-isob-east-1",
  "eusc-de-east-1",
];

describe("a Region", () => {
  test.each(REGIONS)("%s is recognised, alone and in a text", (region) => {
    expect(isRegionName(region)).toBe(true);
    expect(soleRegionIn(`arn:aws:codedeploy:${region}:111122223333:deploymentgroup:app/prod`)).toBe(region);
  });

  test.each(["", "us-east", "us-east-1a", "US-EAST-1", "us-east-1\n", "us-east-1.evil.example", "1-us-east"])(
    "is not seen in %j",
    (text) => {
      expect(isRegionName(text)).toBe(false);
    },
  );

  test("is not guessed from names that only look like one, nor from two", () => {
    expect(soleRegionIn("deployed my-app-1 and api-prod-2 to us-east-1a")).toBeUndefined();
    expect(soleRegionIn("from us-east-1 to eu-west-1")).toBeUndefined();
    expect(soleRegionIn("us-east-1, once more us-east-1")).toBe("us-east-1");
  });
});
