import { expect, test } from "vitest";
import { oidcEndpoints } from "./oidc-endpoints.ts";

test.each([
  "https://acme.auth.eu-west-1.amazoncognito.com",
  "https://acme.auth.eu-west-1.amazoncognito.com/",
])("a Cognito user pool at %s has its endpoints where Cognito has them", (domain) => {
  expect(oidcEndpoints({ authority: "https://x", clientId: "c", domain })).toEqual({
    authorization: "https://acme.auth.eu-west-1.amazoncognito.com/oauth2/authorize",
    token: "https://acme.auth.eu-west-1.amazoncognito.com/oauth2/token",
    revocation: "https://acme.auth.eu-west-1.amazoncognito.com/oauth2/revoke",
    cognitoLogout: "https://acme.auth.eu-west-1.amazoncognito.com/logout",
  });
});

test("another issuer has the endpoints that the configuration names, and no more", () => {
  const metadata = { authorizationEndpoint: "https://a.example/x", tokenEndpoint: "https://a.example/y" };
  expect(oidcEndpoints({ authority: "https://a.example", clientId: "c", metadata })).toEqual({
    authorization: "https://a.example/x",
    token: "https://a.example/y",
  });
});
