import type { SignInConfig } from "./schema.ts";

/** Where an issuer does what. Absent where it offers none. */
export interface OidcEndpoints {
  authorization: string;
  token: string;
  revocation?: string;
  /** OpenID's way to end a session: `id_token_hint`, `post_logout_redirect_uri`. */
  endSession?: string;
  /** Cognito's own way: `client_id`, `logout_uri`. */
  cognitoLogout?: string;
}

/**
 * The issuer's endpoints, from the configuration alone: no request discovers them.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html
 */
export function oidcEndpoints({ domain = "", metadata }: SignInConfig): OidcEndpoints {
  if (metadata) {
    const { authorizationEndpoint, tokenEndpoint, revocationEndpoint, endSessionEndpoint } = metadata;
    return {
      authorization: authorizationEndpoint,
      token: tokenEndpoint,
      ...(revocationEndpoint !== undefined && { revocation: revocationEndpoint }),
      ...(endSessionEndpoint !== undefined && { endSession: endSessionEndpoint }),
    };
  }
  const base = domain.replace(/\/$/, "");
  return {
    authorization: `${base}/oauth2/authorize`,
    token: `${base}/oauth2/token`,
    revocation: `${base}/oauth2/revoke`,
    cognitoLogout: `${base}/logout`,
  };
}
