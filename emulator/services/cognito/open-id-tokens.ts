import { createHmac, randomBytes } from "node:crypto";

/** What Cognito says about an identity in its OpenID token. Times are epoch seconds, as in every JWT. */
export interface OpenIdClaims {
  readonly sub: string;
  readonly aud: string;
  readonly amr: readonly string[];
  readonly iss: string;
  readonly iat: number;
  readonly exp: number;
}

const LIFETIME_SECONDS = 600;

/** Writes and reads OpenID tokens that only this emulator can have made. */
export class OpenIdTokens {
  readonly #key = randomBytes(32);

  /**
   * A token for an identity, good for ten minutes.
   * @param amr how the identity has proved who it is: `unauthenticated`, or `authenticated` and by whom
   */
  issue(identityId: string, poolId: string, amr: readonly string[], nowMs: number): string {
    const iat = Math.floor(nowMs / 1000);
    const claims: OpenIdClaims = {
      sub: identityId,
      aud: poolId,
      amr,
      iss: "https://cognito-identity.amazonaws.com",
      iat,
      exp: iat + LIFETIME_SECONDS,
    };
    const content = `${encode({ alg: "HS256", typ: "JWS" })}.${encode(claims)}`;
    return `${content}.${this.#sign(content)}`;
  }

  /** The claims of a token, or undefined when this emulator did not make it. Expiry is for the caller to check. */
  read(token: string): OpenIdClaims | undefined {
    const [header = "", payload = "", signature] = token.split(".");
    if (signature !== this.#sign(`${header}.${payload}`)) return undefined;
    const claims: OpenIdClaims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    return claims;
  }

  #sign(content: string): string {
    return createHmac("sha256", this.#key).update(content).digest("base64url");
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
