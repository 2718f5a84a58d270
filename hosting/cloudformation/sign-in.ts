import type { CfnParameter, Stack } from "aws-cdk-lib";
import { Aws, CfnDeletionPolicy, Fn } from "aws-cdk-lib";
import * as cognito from "aws-cdk-lib/aws-cognito";
import { SIGNED_IN } from "../app-routes.ts";
import { either } from "./either.ts";
import type { Conditions, Parameters } from "./parameters.ts";

/** How people sign in, as values of the template that hold for each of the ways. */
export interface SignIn {
  readonly identityPool: cognito.CfnIdentityPool;
  /** Empty with another issuer. */
  readonly userPoolId: string;
  /** The issuer of the ID tokens, an https address. */
  readonly authority: string;
  readonly clientId: string;
  /** Where Cognito's managed login answers, an https origin; empty with another issuer. */
  readonly domain: string;
  /** The `connect-src` that redeeming codes, and refreshing and revoking tokens, needs. */
  readonly tokenOrigins: string;
  /** Where codes are redeemed and tokens refreshed. */
  readonly tokenOrigin: string;
}

/**
 * Adds a user pool with managed login, unless the parameters name one or another issuer, and the identity pool
 * that gives AWS credentials for its ID tokens. No guests.
 *
 * @param siteOrigin where the app is served, an https origin
 */
export function addSignIn(
  stack: Stack,
  parameters: Parameters,
  conditions: Conditions,
  siteOrigin: string,
): SignIn {
  const created = addUserPool(stack, conditions, siteOrigin);
  const userPoolId = either(conditions.createsUserPool, created.userPool.ref, parameters.userPoolId);
  const poolClientId = either(conditions.createsUserPool, created.client.ref, parameters.userPoolClientId);
  const provider = `cognito-idp.${Aws.REGION}.amazonaws.com/${userPoolId}`;
  const identityPool = new cognito.CfnIdentityPool(stack, "IdentityPool", {
    allowUnauthenticatedIdentities: false,
    allowClassicFlow: false,
    cognitoIdentityProviders: Fn.conditionIf(conditions.usesOidc.logicalId, Aws.NO_VALUE, [
      { ProviderName: provider, ClientId: poolClientId, ServerSideTokenCheck: true },
    ]),
  });
  identityPool.addPropertyOverride(
    "OpenIdConnectProviderARNs",
    Fn.conditionIf(conditions.usesOidc.logicalId, [parameters.oidcProviderArn.valueAsString], Aws.NO_VALUE),
  );
  const domain = either(
    conditions.createsUserPool,
    `https://${created.domain.ref}.auth.${Aws.REGION}.amazoncognito.com`,
    parameters.userPoolDomain,
  );
  return {
    identityPool,
    userPoolId,
    authority: either(conditions.usesOidc, parameters.oidcIssuer.valueAsString, `https://${provider}`),
    clientId: either(conditions.usesOidc, parameters.oidcClientId.valueAsString, poolClientId),
    domain,
    tokenOrigin: either(conditions.usesOidc, originOf(parameters.oidcTokenEndpoint), domain),
    tokenOrigins: either(
      conditions.usesOidc,
      originOf(parameters.oidcTokenEndpoint) +
        either(conditions.hasRevocation, ` ${originOf(parameters.oidcRevocationEndpoint)}`, ""),
      domain,
    ),
  };
}

/** https://host/path → https://host */
function originOf({ valueAsString }: CfnParameter): string {
  return `https://${Fn.select(2, Fn.split("/", `${valueAsString}//`))}`;
}

function addUserPool(stack: Stack, conditions: Conditions, siteOrigin: string) {
  const userPool = new cognito.CfnUserPool(stack, "UserPool", {
    userPoolName: Aws.STACK_NAME,
    adminCreateUserConfig: { allowAdminCreateUserOnly: true },
    usernameAttributes: ["email"],
    autoVerifiedAttributes: ["email"],
    accountRecoverySetting: { recoveryMechanisms: [{ name: "verified_email", priority: 1 }] },
    policies: {
      passwordPolicy: {
        minimumLength: 12,
        requireLowercase: true,
        requireNumbers: true,
        requireSymbols: true,
        requireUppercase: true,
        temporaryPasswordValidityDays: 3,
      },
    },
    mfaConfiguration: "OPTIONAL",
    enabledMfas: ["SOFTWARE_TOKEN_MFA"],
    deletionProtection: "ACTIVE",
    userPoolTier: "ESSENTIALS",
  });
  // Who has an account must survive a deleted stack. Not RetainExceptOnCreate: where creating the stack fails, deletion
  // protection would stop its rollback.
  userPool.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN;
  userPool.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
  const client = new cognito.CfnUserPoolClient(stack, "UserPoolClient", {
    userPoolId: userPool.ref,
    // Cognito takes fewer characters than the installation's name may have.
    clientName: Aws.STACK_NAME,
    generateSecret: false,
    allowedOAuthFlowsUserPoolClient: true,
    allowedOAuthFlows: ["code"],
    allowedOAuthScopes: ["openid", "email"],
    supportedIdentityProviders: ["COGNITO"],
    callbackUrLs: [`${siteOrigin}/${SIGNED_IN}`],
    logoutUrLs: [`${siteOrigin}/`],
    // Without ALLOW_REFRESH_TOKEN_AUTH, which excludes rotation; an empty list would bring it back.
    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
    refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 60 },
    enableTokenRevocation: true,
    preventUserExistenceErrors: "ENABLED",
    idTokenValidity: 60,
    accessTokenValidity: 60,
    refreshTokenValidity: 12,
    tokenValidityUnits: { idToken: "minutes", accessToken: "minutes", refreshToken: "hours" },
  });
  const domain = new cognito.CfnUserPoolDomain(stack, "UserPoolDomain", {
    userPoolId: userPool.ref,
    // Names are shared by all accounts of a Region, so the stack's own id makes it one of a kind.
    domain: `deploywatch-${Fn.select(4, Fn.split("-", Fn.select(2, Fn.split("/", Aws.STACK_ID))))}`,
    managedLoginVersion: 2,
  });
  // The pages of managed login stay away until a client has a style.
  const branding = new cognito.CfnManagedLoginBranding(stack, "ManagedLogin", {
    userPoolId: userPool.ref,
    clientId: client.ref,
    useCognitoProvidedValues: true,
  });
  for (const resource of [userPool, client, domain, branding]) {
    resource.cfnOptions.condition = conditions.createsUserPool;
  }
  return { userPool, client, domain };
}
