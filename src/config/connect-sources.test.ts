import { expect, test } from "vitest";
import { connectSources } from "./connect-sources.ts";

const identityPoolId = "eu-west-1:12345678-90ab-cdef-1234-567890abcdef";
const guest = { roleArn: "arn:aws:iam::123456789012:role/DeploywatchGuest" };

test("names the hosts that the configuration implies, each once", () => {
  expect(connectSources({ regions: ["eu-west-1", "us-east-1"], identityPoolId, guest })).toEqual([
    "https://codedeploy.eu-west-1.amazonaws.com",
    "https://codedeploy.us-east-1.amazonaws.com",
    "https://cognito-identity.eu-west-1.amazonaws.com",
    "https://sts.eu-west-1.amazonaws.com",
  ]);
});

test("names an emulator alone, which plays all of them", () => {
  const emulator = { endpoint: "http://127.0.0.1:4566/" };
  expect(connectSources({ regions: ["eu-west-1", "us-east-1"], identityPoolId, guest, emulator })).toEqual([
    "http://127.0.0.1:4566",
  ]);
});
