import { expect, test } from "vitest";
import { connectSources } from "./connect-sources.ts";
import type { SignInConfig } from "./schema.ts";

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

const cognito = {
  authority: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
  clientId: "client",
  domain: "https://acme.auth.eu-west-1.amazoncognito.com/",
};

test("names where codes and refresh tokens are redeemed, and not where people are led to", () => {
  expect(forSignIn(cognito)).toEqual(["https://acme.auth.eu-west-1.amazoncognito.com"]);
  expect(
    forSignIn({
      authority: "https://login.example.com",
      clientId: "client",
      metadata: {
        authorizationEndpoint: "https://login.example.com/authorize",
        tokenEndpoint: "https://api.example.com:8443/oauth/token",
        revocationEndpoint: "https://revoke.example.com/",
        endSessionEndpoint: "https://login.example.com/bye",
      },
    }),
  ).toEqual(["https://api.example.com:8443", "https://revoke.example.com"]);
});

test("names an emulator alone, which plays all of them", () => {
  const emulator = { endpoint: "http://127.0.0.1:4566/" };
  expect(connectSources({ regions: ["eu-west-1", "us-east-1"], identityPoolId, guest, emulator })).toEqual([
    "http://127.0.0.1:4566",
  ]);
});

function forSignIn(signIn: SignInConfig): string[] {
  return connectSources({ regions: ["eu-west-1"], identityPoolId, signIn }).slice(3);
}
