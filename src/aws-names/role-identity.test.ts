import { expect, test } from "vitest";
import { roleIdentity } from "./role-identity.ts";

test.each([
  ["arn:aws:iam::123456789012:role/DeploywatchGuest", "123456789012", "DeploywatchGuest"],
  ["arn:aws-us-gov:iam::123456789012:role/guests/of/Deploywatch", "123456789012", "Deploywatch"],
  ["DeploywatchGuest", "", "DeploywatchGuest"],
])("%s names an account and a role", (arn, account, role) => {
  expect(roleIdentity(arn)).toEqual({ account, role });
});
