import type { CfnCondition, CfnParameter } from "aws-cdk-lib";
import { Aws, Fn } from "aws-cdk-lib";
import { JOINS } from "../../src/aws-names/services.ts";
import { either } from "./either.ts";
import type { Conditions, Parameters } from "./parameters.ts";
import { regionsOf } from "./parameters.ts";
import type { SignIn } from "./sign-in.ts";

/** The text of the config.json that fits the stack. The values are safe to stand between quotation marks. */
export function configJson(parameters: Parameters, conditions: Conditions, signIn: SignIn): string {
  const regions = Fn.join('", "', regionsOf(parameters));
  const { oidcAuthorizationEndpoint, oidcTokenEndpoint, oidcScopes } = parameters;
  const metadata = [
    `"authorizationEndpoint": "${oidcAuthorizationEndpoint.valueAsString}", "tokenEndpoint": "${oidcTokenEndpoint.valueAsString}"`,
    optional(conditions.hasRevocation, "revocationEndpoint", parameters.oidcRevocationEndpoint),
    optional(conditions.hasEndSession, "endSessionEndpoint", parameters.oidcEndSessionEndpoint),
  ].join("");
  const endpoints = either(
    conditions.usesOidc,
    `"metadata": { ${metadata} }, "scopes": ["${Fn.join('", "', oidcScopes.valueAsList)}"]`,
    `"domain": "${signIn.domain}"`,
  );
  const joins = Fn.join(
    ", ",
    JOINS.map((join) =>
      Fn.conditionIf(conditions.joins[join].logicalId, `"${join}"`, Aws.NO_VALUE).toString(),
    ),
  );
  return `{
  "$schema": "./config.schema.json",
  "name": "${parameters.name.valueAsString}",
  "regions": ["${regions}"],
  "identityPoolId": "${signIn.identityPool.ref}",
  "signIn": { "authority": "${signIn.authority}", "clientId": "${signIn.clientId}", ${endpoints} },
  "joins": [${joins}]${either(conditions.canAct, ',\n  "actions": true', "")}
}
`;
}

function optional(isGiven: CfnCondition, key: string, { valueAsString }: CfnParameter): string {
  return either(isGiven, `, "${key}": "${valueAsString}"`, "");
}
