import { describe, expect, test } from "vitest";
import type { Deployment } from "./deployment.ts";
import { platformFacts } from "./platform.ts";

function unknownValue(platform: string): Deployment {
  const value: object = { computePlatform: platform };
  return value;
}

describe("the compute platform", () => {
  test.each([
    ["Server", "EC2/on-premises", "instance"],
    ["ECS", "Amazon ECS", "target"],
    ["Lambda", "AWS Lambda", "target"],
  ] as const)(
    "%s is said in words and counts its own kind of target",
    (computePlatform, word, targetNoun) => {
      expect(platformFacts({ computePlatform })).toEqual({
        platform: computePlatform,
        word,
        targetNoun,
        source: "reported",
      });
    },
  );

  test.each(["EKS", "constructor", "__proto__"])(
    "one that nobody knows yet is shown as AWS wrote it: %s",
    (name) => {
      expect(platformFacts(unknownValue(name))).toEqual({
        platform: undefined,
        word: name,
        targetNoun: "target",
        source: "reported",
      });
    },
  );

  test("nothing that tells gives no platform", () => {
    expect(platformFacts({})).toMatchObject({ platform: undefined, source: "unknown" });
    expect(platformFacts(unknownValue(""))).toMatchObject({ platform: undefined, source: "unknown" });
    const ambiguous: Deployment = {
      deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
      revision: { revisionType: "AppSpecContent" },
    };
    expect(platformFacts(ambiguous)).toMatchObject({ platform: undefined, source: "unknown" });
  });

  test.each<[string, Deployment, string]>([
    ["in place", { deploymentStyle: { deploymentType: "IN_PLACE" } }, "Server"],
    [
      "without traffic control",
      { deploymentStyle: { deploymentOption: "WITHOUT_TRAFFIC_CONTROL" } },
      "Server",
    ],
    ["a GitHub revision", { revision: { revisionType: "GitHub" } }, "Server"],
    ["an archive in S3", { revision: { revisionType: "S3", s3Location: { bundleType: "zip" } } }, "Server"],
    [
      "a replacement fleet",
      { blueGreenDeploymentConfiguration: { greenFleetProvisioningOption: { action: "DISCOVER_EXISTING" } } },
      "Server",
    ],
    ["a target group pair", { loadBalancerInfo: { targetGroupPairInfoList: [{}] } }, "ECS"],
    ["an ECS configuration", { deploymentConfigName: "CodeDeployDefault.ECSAllAtOnce" }, "ECS"],
    ["a Lambda configuration", { deploymentConfigName: "CodeDeployDefault.LambdaAllAtOnce" }, "Lambda"],
  ])("an old answer without it is told by %s", (_, deployment, platform) => {
    expect(platformFacts(deployment)).toMatchObject({ platform, source: "derived" });
  });

  test("an AppSpec file in S3 does not make instances of ECS or Lambda", () => {
    const deployment: Deployment = { revision: { revisionType: "S3", s3Location: { bundleType: "YAML" } } };
    expect(platformFacts(deployment).platform).toBeUndefined();
  });
});
