import type { OidcEndpoints } from "../../config/oidc-endpoints.ts";
import { settle } from "../../values/settle.ts";

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

const WAIT_MS = 3_000;

/**
 * Asks the issuer to take a refresh token no more, and waits for 3 s at most; the request outlives the page. What
 * cannot be revoked expires: nothing is thrown.
 *
 * @param refreshToken nothing is done without one, nor with an issuer that revokes none
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html
 */
export async function revokeRefreshToken(
  { revocation }: OidcEndpoints,
  clientId: string,
  refreshToken: string | null | undefined,
): Promise<void> {
  if (revocation === undefined || !refreshToken) return;
  const asked = fetch(revocation, {
    method: "POST",
    body: new URLSearchParams({ token: refreshToken, token_type_hint: "refresh_token", client_id: clientId }),
    credentials: "omit",
    keepalive: true,
  });
  await settle(asked, AbortSignal.timeout(WAIT_MS)).catch(() => {});
}
