import { createPublicKey, verify } from "node:crypto";
import { AwsError } from "../../access/aws-error.ts";
import type { UserPool } from "../../sign-in/user-pool.ts";
import type { IdentityPool } from "./identity-pools.ts";

/**
 * Whom the `Logins` of a request prove to be there.
 * @param logins ID tokens by provider: the issuer without its scheme
 * @throws AwsError NotAuthorizedException, in Cognito's words
 */
export function readLogins(
  logins: ReadonlyMap<string, string>,
  { signIn }: IdentityPool,
  userPool: UserPool,
  nowMs: number,
): IdTokenClaims {
  const token = logins.get(providerOf(userPool));
  if (signIn && token !== undefined) {
    const claims = readIdToken(token, userPool, nowMs);
    if (claims.iss === userPool.issuer && claims.aud === signIn.clientId) return claims;
  }
  throw new AwsError(
    "NotAuthorizedException",
    "Token is not from a supported provider of this identity pool.",
  );
}

/** How Cognito names a user pool among the providers of an identity: its issuer without the scheme. */
export function providerOf({ issuer }: UserPool): string {
  return issuer.replace(/^https?:\/\//, "");
}

/** What an identity pool reads in an ID token. Times are epoch seconds. */
export interface IdTokenClaims {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
  readonly exp: number;
  readonly "cognito:groups"?: readonly string[];
}

/**
 * Reads an ID token of the user pool.
 * @param nowMs epoch milliseconds
 * @throws AwsError NotAuthorizedException, in Cognito's words
 */
function readIdToken(token: string, pool: UserPool, nowMs: number): IdTokenClaims {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const isGenuine = verify(
    "RSA-SHA256",
    Buffer.from(`${header}.${payload}`),
    createPublicKey(pool.privateKey),
    Buffer.from(signature, "base64url"),
  );
  if (!isGenuine) throw refused("Invalid login token. Couldn't verify signed token.");
  const claims: IdTokenClaims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  const nowSeconds = Math.floor(nowMs / 1000);
  if (claims.exp <= nowSeconds) {
    throw refused(`Invalid login token. Token expired: ${nowSeconds} >= ${claims.exp}`);
  }
  return claims;
}

function refused(message: string): AwsError {
  return new AwsError("NotAuthorizedException", message);
}
