import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./security-headers.ts";
import { connectSources } from "../src/config/connect-sources.ts";
import type { Config } from "../src/config/schema.ts";
import { preconnectLink } from "./preconnect.ts";

const identityPoolId = "eu-west-1:12345678-90ab-cdef-1234-567890abcdef";
const guest = { roleArn: "arn:aws:iam::123456789012:role/DeploywatchGuest" };
const signIn = { authority: "https://issuer.example", clientId: "c", domain: "https://login.example.com/" };

/** The origins of a header, in its order. */
function originsIn(link: string): string[] {
  return link.split(", ").map((part) => /^<([^>]+)>; rel=preconnect; crossorigin$/.exec(part)?.[1] ?? part);
}

test("guests get connections to Cognito, CodeDeploy and STS", () => {
  const config: Config = { regions: ["us-east-1"], identityPoolId, guest };
  expect(originsIn(preconnectLink(config))).toEqual([
    "https://cognito-identity.eu-west-1.amazonaws.com",
    "https://codedeploy.us-east-1.amazonaws.com",
    "https://sts.eu-west-1.amazonaws.com",
  ]);
});

test("people who sign in get one to where tokens come from, and none to STS", () => {
  const config: Config = { regions: ["us-east-1", "cn-north-1"], identityPoolId, signIn };
  expect(originsIn(preconnectLink(config))).toEqual([
    "https://cognito-identity.eu-west-1.amazonaws.com",
    "https://codedeploy.us-east-1.amazonaws.com",
    "https://codedeploy.cn-north-1.amazonaws.com.cn",
    "https://login.example.com",
  ]);
});

test("of many Regions, the first three alone, and an emulator once", () => {
  const regions = ["us-east-1", "us-east-2", "us-west-1", "us-west-2"];
  const link = preconnectLink({ regions, identityPoolId, guest });
  expect(link).toContain("codedeploy.us-west-1");
  expect(link).not.toContain("us-west-2");
  const emulator = { endpoint: "http://127.0.0.1:4566/" };
  expect(originsIn(preconnectLink({ regions, identityPoolId, guest, emulator }))).toEqual([
    "http://127.0.0.1:4566",
  ]);
});

test("nobody is connected to whom the policy lets no request through", () => {
  for (const who of [{ guest }, { signIn }]) {
    const config: Config = { regions: ["us-east-1"], identityPoolId, ...who };
    const policy = contentSecurityPolicy(connectSources(config), "https");
    for (const origin of originsIn(preconnectLink(config))) expect(policy).toContain(` ${origin}`);
  }
});
