import { expect, test } from "vitest";
import { awsServices } from "../aws-names/services.ts";
import { keysOf } from "../values/look-up.ts";
import { endpointFor, originsFor } from "./endpoints.ts";

const config = {
  regions: ["eu-west-1"],
  identityPoolId: "eu-west-1:12345678-90ab-cdef-1234-567890abcdef",
  guest: { roleArn: "arn:aws:iam::123456789012:role/DeploywatchGuest" },
};

test("credentials come from the identity pool's Region, deployments from their own", () => {
  expect(originsFor(config, "codedeploy", "us-east-1")).toEqual([
    "https://cognito-identity.eu-west-1.amazonaws.com",
    "https://codedeploy.us-east-1.amazonaws.com",
    "https://sts.eu-west-1.amazonaws.com",
  ]);
});

test.each([
  ["cn-north-1", "https://codedeploy.cn-north-1.amazonaws.com.cn"],
  ["us-gov-west-1", "https://codedeploy.us-gov-west-1.amazonaws.com"],
  ["eusc-de-east-1", "https://codedeploy.eusc-de-east-1.amazonaws.eu"],
])("%s has its partition's host names", (region, origin) => {
  expect(endpointFor(config, "codedeploy", region)).toBe(origin);
});

test("an emulator plays all services", () => {
  const endpoint = "http://127.0.0.1:4566";
  const emulated = { ...config, emulator: { endpoint: `${endpoint}/` } };
  expect(new Set(keysOf(awsServices).map((service) => endpointFor(emulated, service, "us-east-1")))).toEqual(
    new Set([endpoint]),
  );
});
