import type { ReceivedRequest } from "../http/received-request.ts";
import type { Reply } from "../http/reply.ts";
import type { UserPool } from "./user-pool.ts";

/**
 * What the issuer says about itself, at its own address, which with Cognito is not that of the login pages.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
 */
export function issuerMetadata({ method, path }: ReceivedRequest, pool: UserPool): Reply | undefined {
  if (method !== "GET" || path !== `/${pool.id}/.well-known/openid-configuration`) return undefined;
  const { issuer, domain } = pool;
  return {
    status: 200,
    headers: { "content-type": "application/json", "access-control-allow-origin": "*" },
    body: JSON.stringify({
      issuer,
      authorization_endpoint: `${domain}/oauth2/authorize`,
      token_endpoint: `${domain}/oauth2/token`,
      revocation_endpoint: `${domain}/oauth2/revoke`,
      end_session_endpoint: `${domain}/logout`,
      response_types_supported: ["code"],
      scopes_supported: ["openid", "email"],
      id_token_signing_alg_values_supported: ["RS256"],
      subject_types_supported: ["public"],
    }),
  };
}
