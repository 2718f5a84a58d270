import { expect, test } from "vitest";
import { callerIdentity } from "./caller-identity.ts";

test.each([
  [
    "arn:aws:sts::123456789012:assumed-role/DeploywatchReader/CognitoIdentityCredentials",
    "DeploywatchReader",
  ],
  ["arn:aws-cn:sts::123456789012:assumed-role/Reader/x", "Reader"],
  ["arn:aws:iam::123456789012:user/ada", "arn:aws:iam::123456789012:user/ada"],
])("%s is known by its role", (arn, role) => {
  expect(callerIdentity("123456789012", arn)).toEqual({ account: "123456789012", role });
});
