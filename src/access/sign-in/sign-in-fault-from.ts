import { ErrorResponse } from "oidc-client-ts";
import type { SignInFault } from "./sign-in-failure.ts";

/** The library's words for a return that fits no sign-in which was begun here, with this configuration. */
const UNKNOWN_STATE = new Set([
  "No state in response",
  "No matching state found in storage",
  "State does not match",
  "authority mismatch on settings vs. signin state",
  "client_id mismatch on settings vs. signin state",
]);

/**
 * What a failed return means.
 *
 * @param error what the OIDC library threw
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.2.1
 */
export function faultFrom(error: unknown): SignInFault {
  if (error instanceof ErrorResponse) {
    if (error.error === "access_denied") return { kind: "cancelled" };
    if (error.error === "invalid_grant") return { kind: "expired-code" };
    return { kind: "refused", detail: error.error_description ?? error.error ?? "" };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return UNKNOWN_STATE.has(detail) ? { kind: "unknown-return" } : { kind: "unreachable", detail };
}
