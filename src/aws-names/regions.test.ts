import { describe, expect, test } from "vitest";
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
  test.each(REGIONS)("%s is recognised", (region) => {
    expect(isRegionName(region)).toBe(true);
  });

  test.each(["", "us-east", "us-east-1a", "US-EAST-1", "us-east-1\n", "us-east-1.evil.example", "1-us-east"])(
    "is not seen in %j",
    (text) => {
      expect(isRegionName(text)).toBe(false);
    },
  );
});
