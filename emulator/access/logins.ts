import type { UserPool } from "../sign-in/user-pool.ts";
import { AwsError } from "./aws-error.ts";
import { type IdTokenClaims, readIdToken } from "./id-tokens.ts";
import type { IdentityPool } from "./identity-pools.ts";

/**
 * Whom the `Logins` of a request prove to be there.
 * @param logins ID tokens by provider: the issuer without its scheme
 * @throws AwsError NotAuthorizedException, in Cognito's words
 */
export function readLogins(
  logins: Readonly<Record<string, string>>,
  { signIn }: IdentityPool,
  userPool: UserPool,
  nowMs: number,
): IdTokenClaims {
  const token = logins[userPool.issuer.replace(/^https?:\/\//, "")];
  if (signIn && token !== undefined) {
    const claims = readIdToken(token, userPool, nowMs);
    if (claims.iss === userPool.issuer && claims.aud === signIn.clientId) return claims;
  }
  throw new AwsError(
    "NotAuthorizedException",
    "Token is not from a supported provider of this identity pool.",
  );
}
