import type { ErrorResponse } from "oidc-client-ts";

/** Why a return from the sign-in pages let nobody in, or why nobody could be sent there. */
export type SignInFault =
  /** Somebody chose not to sign in, or may not. */
  | { kind: "cancelled" }
  /** The issuer gives a reason of its own. */
  | { kind: "refused"; detail: string }
  /** No sign-in of this tab is waiting for this return: forged, used before, of another tab, or too old. */
  | { kind: "unknown-return" }
  /** The code was good for a few minutes, or for one use. */
  | { kind: "expired-code" }
  | { kind: "unreachable"; detail: string }
  /** What a sign-in needs to remember on its way cannot be remembered. */
  | { kind: "no-storage" }
  /** Without TLS browsers do no cryptography. */
  | { kind: "insecure" };

/** A sign-in that did not come about. */
export class SignInFailure extends Error {
  readonly fault: SignInFault;
  /** Where the person wanted to go, as `begin` was told; unchecked. */
  readonly returnTo: unknown;

  constructor(fault: SignInFault, returnTo?: unknown) {
    super(fault.kind);
    this.name = "SignInFailure";
    this.fault = fault;
    this.returnTo = returnTo;
  }
}

/** The sign-in is over and cannot be renewed: somebody has to sign in again. */
export class SignInEnded extends Error {
  constructor(cause?: unknown) {
    super("The sign-in has ended.", { cause });
    this.name = "SignInEnded";
  }
}

/** A refusal of the issuer, told by its name: the class would bring the library along. */
export function isErrorResponse(error: unknown): error is ErrorResponse {
  return error instanceof Error && error.name === "ErrorResponse";
}

/** The library's words for a return that fits no sign-in which was begun here, with this configuration. */
const UNKNOWN_STATE = new Set([
  "No state in response",
  "No matching state found in storage",
  "State does not match",
  "authority mismatch on settings vs. signin state",
  "client_id mismatch on settings vs. signin state",
  "nonce in id_token does not match nonce in client storage",
]);

/**
 * What a failed return means.
 *
 * @param error what the OIDC library threw
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-4.1.2.1
 */
export function faultFrom(error: unknown): SignInFault {
  if (isErrorResponse(error)) {
    if (error.error === "access_denied") return { kind: "cancelled" };
    if (error.error === "invalid_grant") return { kind: "expired-code" };
    return { kind: "refused", detail: error.error_description ?? error.error ?? "" };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return UNKNOWN_STATE.has(detail) ? { kind: "unknown-return" } : { kind: "unreachable", detail };
}
