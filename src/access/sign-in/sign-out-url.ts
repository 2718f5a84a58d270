import type { OidcEndpoints } from "../../config/oidc-endpoints.ts";

interface SignOut {
  clientId: string;
  idToken: string | undefined;
  /** Where to come back to; registered with the issuer. */
  home: string;
}

/**
 * The page that ends the issuer's session and leads home again; home itself for an issuer that has none.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 * @see https://openid.net/specs/openid-connect-rpinitiated-1_0.html
 */
export function signOutUrl(
  { cognitoLogout, endSession }: OidcEndpoints,
  { clientId, idToken, home }: SignOut,
): string {
  if (cognitoLogout !== undefined) {
    return `${cognitoLogout}?${new URLSearchParams({ client_id: clientId, logout_uri: home })}`;
  }
  if (endSession === undefined) return home;
  const hint = idToken === undefined ? {} : { id_token_hint: idToken };
  return `${endSession}?${new URLSearchParams({ client_id: clientId, post_logout_redirect_uri: home, ...hint })}`;
}
