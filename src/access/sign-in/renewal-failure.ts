import { ErrorResponse, ErrorTimeout } from "oidc-client-ts";
import { SignInEnded } from "./sign-in-failure.ts";

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
  if (error instanceof ErrorResponse && DEFINITE.has(error.error ?? "")) return new SignInEnded(error);
  if (error instanceof ErrorTimeout) return new DOMException(error.message, "TimeoutError");
  if (error instanceof DOMException && error.name === "TimeoutError") return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new TypeError(`The sign-in service has a fault: ${detail}`, { cause: error });
}
