import { describe, expect, test } from "vitest";
import { canBeRegion, isKnownRegion, regionsIn } from "./known-regions.ts";
import { isRegionName } from "./regions.ts";

describe("a known Region", () => {
  test.each([
    "us-east-1",
    "ap-southeast-4",
    "us-gov-west-1",
    "cn-northwest-1",
    "us-isob-east-1",
    "eusc-de-east-1",
  ])("%s is seen between the words of a text", (region) => {
    const text = `arn:aws:codedeploy:${region}:111122223333:deploymentgroup:web/prod-eu-west-1`;
    expect(isKnownRegion(region) && canBeRegion(region) && isRegionName(region)).toBe(true);
    expect(regionsIn(text)).toEqual([{ region, at: 19 }]);
  });

  test("is seen at the end of a sentence, in capitals and in brackets", () => {
    expect(regionsIn("In EU-WEST-1 (us-east-1), not in sa-east-1.").map(({ region }) => region)).toEqual([
      "eu-west-1",
      "us-east-1",
      "sa-east-1",
    ]);
  });

  test.each([
    "prod-eu-west-1",
    "eu-west-1-blue",
    "eu-west-1a",
    "x_eu-west-1",
    "111122223333.dkr.ecr.eu-west-1.amazonaws.com",
    "eu-west-1.console.example",
    "my-app-1 api-prod-2 us-middle-1",
  ])("is not seen in %s", (text) => {
    expect(regionsIn(text)).toEqual([]);
  });

  test("that AWS has opened since is accepted where a Region stands", () => {
    expect(canBeRegion("eu-south-9")).toBe(true);
    expect(isKnownRegion("eu-south-9")).toBe(false);
    expect(["web-us-east-1", "prod-eu-west-1", "eu-west-1a", "my-central-1"].filter(canBeRegion)).toEqual([]);
  });
});
