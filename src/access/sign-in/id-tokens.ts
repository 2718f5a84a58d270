import { settle } from "../../values/settle.ts";
import { isErrorResponse, SignInEnded } from "./sign-in-failure.ts";
import type { StoredUser } from "./stored-user.ts";
import { REQUEST_TIMEOUT_MS } from "./request-timeout.ts";

/** A token is renewed so long before it expires, or in the middle of its life if that is shorter. */
const RENEW_AHEAD_S = 5 * 60;

/** The ID tokens of a tab's sign-in. */
interface IdTokens {
  /** See `SignIn.idToken`. */
  get(isRefused: boolean): Promise<string>;
  /** Notes when a token came. */
  arrived(user: StoredUser | null | undefined): void;
}

/** The tokens at hand, and how others are got for them. */
interface Tokens {
  stored(): Promise<StoredUser | undefined>;
  renewed(): Promise<StoredUser | null>;
  remove(): Promise<void>;
}

/**
 * The one place that decides whether an ID token is used or renewed.
 *
 * @param tokens of this tab
 * @param keep told of renewed tokens before they are used
 */
export function createIdTokens(tokens: Tokens, keep: (user: StoredUser | null) => Promise<void>): IdTokens {
  let arrival = { idToken: "", atS: 0 };

  function arrived(user: StoredUser | null | undefined): void {
    if (user?.id_token !== undefined) arrival = { idToken: user.id_token, atS: Date.now() / 1000 };
  }

  /** By how long this page has had the token, so that the device's clock may be wrong; else by that clock. */
  function isFresh({ id_token: idToken, profile: { iat, exp } }: StoredUser): boolean {
    const sinceS = arrival.idToken === idToken ? arrival.atS : iat;
    const lifetimeS = exp - iat;
    return Date.now() / 1000 < sinceS + lifetimeS - Math.min(RENEW_AHEAD_S, lifetimeS / 2);
  }

  async function ask(): Promise<StoredUser | null> {
    const renewed = await tokens.renewed();
    arrived(renewed);
    await keep(renewed);
    return renewed;
  }

  async function renew(before: string, isRefused: boolean): Promise<string> {
    const now = await tokens.stored();
    // A call that held the lock before this one has done it already.
    if (now?.id_token !== undefined && now.id_token !== before) return now.id_token;
    try {
      if (!now?.refresh_token) throw new SignInEnded();
      await settle(ask(), AbortSignal.timeout(REQUEST_TIMEOUT_MS));
      // What is kept counts: nothing is, when somebody has signed out meanwhile.
      const kept = await tokens.stored();
      if (kept?.id_token === undefined) throw new SignInEnded();
      // An issuer may answer without a new ID token. The old one does unless it was refused.
      if (kept.id_token === before && isRefused) throw new SignInEnded();
      return kept.id_token;
    } catch (error) {
      const failure = renewalFailure(error);
      if (failure instanceof SignInEnded) await tokens.remove();
      throw failure;
    }
  }

  return {
    async get(isRefused) {
      const user = await tokens.stored();
      const idToken = user?.id_token;
      if (!user || idToken === undefined) throw new SignInEnded();
      // Without a refresh token there is nothing better than the token at hand, whatever this device's clock makes of it.
      if (!isRefused && (!user.refresh_token || isFresh(user))) return idToken;
      return inTurn(() => renew(idToken, isRefused));
    },
    arrived,
  };
}

/**
 * One renewal at a time in this browser, so that several requests of a tab make one, and a duplicated tab comes after the
 * original, with whom it shares a refresh token that is good for one use and, for up to a minute, for more.
 */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  return "locks" in navigator ? navigator.locks.request("deploywatch sign-in", work) : work();
}

/** The issuer's words for a request that will never be granted. Everything else may pass. */
const DEFINITE = new Set([
  "invalid_grant",
  "invalid_client",
  "unauthorized_client",
  "unsupported_grant_type",
  "invalid_scope",
]);

/**
 * What a failed renewal means: the end of the sign-in, or a fault of the issuer or of the way to it, in the form in
 * which `fetch` reports those.
 *
 * @param error what the OIDC library threw
 * @returns a SignInEnded, TimeoutError or TypeError
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-5.2
 */
export function renewalFailure(error: unknown): Error {
  if (error instanceof SignInEnded || error instanceof TypeError) return error;
  if (isErrorResponse(error) && DEFINITE.has(error.error ?? "")) return new SignInEnded(error);
  if (error instanceof Error && error.name === "ErrorTimeout")
    return new DOMException(error.message, "TimeoutError");
  if (error instanceof DOMException && error.name === "TimeoutError") return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new TypeError(`The sign-in service has a fault: ${detail}`, { cause: error });
}
