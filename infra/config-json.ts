import { Fn } from "aws-cdk-lib";
import { either } from "./either.ts";
import type { Conditions, Parameters } from "./parameters.ts";
import type { SignIn } from "./sign-in.ts";

/** The text of the config.json that fits the stack. The values are safe to stand between quotation marks. */
export function configJson(parameters: Parameters, conditions: Conditions, signIn: SignIn): string {
  const regions = Fn.join('", "', parameters.regions.valueAsList);
  const endpoints = either(
    conditions.usesOidc,
    `"metadata": { "authorizationEndpoint": "${parameters.oidcAuthorizationEndpoint.valueAsString}", "tokenEndpoint": "${parameters.oidcTokenEndpoint.valueAsString}" }`,
    `"domain": "${signIn.domain}"`,
  );
  return `{
  "$schema": "./config.schema.json",
  "name": "${parameters.name.valueAsString}",
  "regions": ["${regions}"],
  "identityPoolId": "${signIn.identityPool.ref}",
  "signIn": { "authority": "${signIn.authority}", "clientId": "${signIn.clientId}", ${endpoints} }
}
`;
}
