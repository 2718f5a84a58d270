import { endpointsFor } from "./endpoints.ts";
import { oidcEndpoints } from "./oidc-endpoints.ts";
import type { Config, SignInConfig } from "./schema.ts";

/**
 * Every origin, besides its own, that the app may send requests to under a configuration, each once: CodeDeploy
 * in the configuration's Regions, then what gives credentials. It is what the content security policy's
 * `connect-src` has to allow, and nothing more. Pages that one is led to, such as the sign-in, are not among them.
 */
export function connectSources(config: Config): string[] {
  const endpoints = config.regions.map((region) => endpointsFor(config, region));
  return [
    ...new Set([
      ...endpoints.map(({ codeDeploy }) => codeDeploy),
      ...endpoints.map(({ cognitoIdentity }) => cognitoIdentity),
      ...endpoints.map(({ sts }) => sts),
      ...(config.signIn ? tokenOrigins(config.signIn) : []),
    ]),
  ];
}

/** Codes, refresh tokens and revocations are sent with `fetch`. */
function tokenOrigins(signIn: SignInConfig): string[] {
  const { token, revocation = token } = oidcEndpoints(signIn);
  return [new URL(token).origin, new URL(revocation).origin];
}
