import { expect, test } from "vitest";
import { evaluateTemplate } from "./evaluate-template.ts";
import { SITUATIONS } from "./situations.ts";

const ownPool = evaluateTemplate(SITUATIONS["a user pool of its own"]).resources;

test.each(Object.entries(SITUATIONS))("with %s, there are no guests and no classic flow", (_, given) => {
  expect(evaluateTemplate(given).resources["IdentityPool"]?.properties).toMatchObject({
    AllowUnauthenticatedIdentities: false,
    AllowClassicFlow: false,
  });
});

test("a sign-in that was revoked or ended gives no more credentials (ServerSideTokenCheck)", () => {
  const clients = {
    "a user pool of its own": "1h57kf5cpq17m0eml12EXAMPLE",
    "an existing user pool": "existingclient",
  };
  for (const [situation, ClientId] of Object.entries(clients)) {
    const given = Object.entries(SITUATIONS).find(([name]) => name === situation)?.[1] ?? {};
    expect(evaluateTemplate(given).resources["IdentityPool"]?.properties).toMatchObject({
      CognitoIdentityProviders: [{ ClientId, ServerSideTokenCheck: true }],
    });
  }
});

test("with another issuer, the identity pool trusts that one alone", () => {
  const properties = evaluateTemplate(SITUATIONS["another issuer"]).resources["IdentityPool"]?.properties;
  expect(properties).toMatchObject({
    OpenIdConnectProviderARNs: [SITUATIONS["another issuer"].OidcProviderArn],
  });
  expect(properties).not.toHaveProperty("CognitoIdentityProviders");
});

test("the app client has no secret, the code flow alone, rotation, and this one site to come back to", () => {
  expect(ownPool["UserPoolClient"]?.properties).toMatchObject({
    ClientName: "deploywatch",
    GenerateSecret: false,
    AllowedOAuthFlows: ["code"],
    AllowedOAuthScopes: ["openid", "email"],
    CallbackURLs: ["https://d111111abcdef8.cloudfront.net/signed-in"],
    LogoutURLs: ["https://d111111abcdef8.cloudfront.net/"],
    ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
    EnableTokenRevocation: true,
    RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 60 },
    PreventUserExistenceErrors: "ENABLED",
  });
});

test("only administrators make accounts, and these outlive the stack", () => {
  expect(ownPool["UserPool"]?.properties).toMatchObject({
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    DeletionProtection: "ACTIVE",
  });
  expect(ownPool["UserPool"]?.deletionPolicy).toBe("Retain");
});
