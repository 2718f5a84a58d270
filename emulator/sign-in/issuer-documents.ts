import type { ReceivedRequest } from "../http/received-request.ts";
import type { Reply } from "../http/reply.ts";
import type { UserPool } from "./user-pool.ts";

/**
 * What the issuer says about itself, and the keys that its tokens are signed with. Both are at the issuer's own
 * address, which with Cognito is not that of the login pages.
 * @returns undefined for a request for anything else
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
 */
export function issuerDocument({ method, path }: ReceivedRequest, pool: UserPool): Reply | undefined {
  if (method !== "GET") return undefined;
  if (path === `/${pool.id}/.well-known/openid-configuration`) return json(metadata(pool));
  if (path === `/${pool.id}/.well-known/jwks.json`) return json({ keys: [pool.verificationKey] });
  return undefined;
}

function metadata({ issuer, domain }: UserPool): object {
  return {
    issuer,
    authorization_endpoint: `${domain}/oauth2/authorize`,
    token_endpoint: `${domain}/oauth2/token`,
    userinfo_endpoint: `${domain}/oauth2/userInfo`,
    revocation_endpoint: `${domain}/oauth2/revoke`,
    end_session_endpoint: `${domain}/logout`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: ["code"],
    scopes_supported: ["openid", "email"],
    id_token_signing_alg_values_supported: ["RS256"],
    subject_types_supported: ["public"],
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
  };
}

function json(body: object): Reply {
  return {
    status: 200,
    headers: { "content-type": "application/json", "access-control-allow-origin": "*" },
    body: JSON.stringify(body),
  };
}
