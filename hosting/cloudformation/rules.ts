import type { CfnParameter, ICfnConditionExpression, Stack } from "aws-cdk-lib";
import { CfnRule, Fn } from "aws-cdk-lib";
import type { Parameters } from "./parameters.ts";
import { isEmpty } from "./parameters.ts";

/**
 * Refuses parameters that do not fit together, before anything is created.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
export function addRules(stack: Stack, parameters: Parameters): void {
  const rule = (
    id: string,
    ruleCondition: ICfnConditionExpression,
    assert: ICfnConditionExpression,
    assertDescription: string,
  ) => new CfnRule(stack, id, { ruleCondition, assertions: [{ assert, assertDescription }] });

  function together(id: string, assertDescription: string, ...members: readonly CfnParameter[]): void {
    const given = members.map((member) => Fn.conditionNot(isEmpty(member)));
    rule(id, Fn.conditionOr(...given), Fn.conditionAnd(...given), assertDescription);
  }

  together(
    "DomainNameHasCertificate",
    "DomainName and CertificateArn go together.",
    parameters.domainName,
    parameters.certificateArn,
  );
  together(
    "ExistingUserPoolIsWhole",
    "ExistingUserPoolId, ExistingUserPoolClientId and ExistingUserPoolDomain go together.",
    parameters.userPoolId,
    parameters.userPoolClientId,
    parameters.userPoolDomain,
  );
  together(
    "OidcIsWhole",
    "OidcProviderArn, OidcIssuer, OidcClientId, OidcAuthorizationEndpoint and OidcTokenEndpoint go together.",
    parameters.oidcProviderArn,
    parameters.oidcIssuer,
    parameters.oidcClientId,
    parameters.oidcAuthorizationEndpoint,
    parameters.oidcTokenEndpoint,
  );
  rule(
    "ActionsHaveGroups",
    Fn.conditionEquals(parameters.actions.valueAsString, "true"),
    Fn.conditionAnd(isEmpty(parameters.userPoolId), isEmpty(parameters.oidcProviderArn)),
    "Actions need the stack's own user pool, whose groups say who may act.",
  );
  rule(
    "OneWayToSignIn",
    Fn.conditionNot(isEmpty(parameters.userPoolId)),
    isEmpty(parameters.oidcProviderArn),
    "Either an existing user pool or another issuer.",
  );
  rule(
    "OidcEndpointsHaveIssuer",
    Fn.conditionOr(
      Fn.conditionNot(isEmpty(parameters.oidcRevocationEndpoint)),
      Fn.conditionNot(isEmpty(parameters.oidcEndSessionEndpoint)),
    ),
    Fn.conditionNot(isEmpty(parameters.oidcProviderArn)),
    "OidcRevocationEndpoint and OidcEndSessionEndpoint need OidcProviderArn.",
  );
}
