import type { OidcEndpoints } from "../../config/oidc-endpoints.ts";
import { settle } from "../settle.ts";

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
