import type { Exchange } from "../resilient-credentials.ts";
import { SignInEnded } from "../sign-in/sign-in-failure.ts";
import type { AccessChannel, Patience } from "./access-channel.ts";
import type { HandedAccess } from "./handed-access.ts";

/** The old credentials serve meanwhile. Longer than an exchange may take, so that its end is a fault that may pass. */
const LATER: Patience = { patienceMs: 2_000, comingMs: 60_000 };

/**
 * The exchange of a tab that another has let in: it gets new credentials from the other tabs as well, and one with tokens
 * gets them from the issuer and Cognito. It throws a SignInEnded where no tab has any.
 *
 * @param handed what the other tab has handed over
 */
export function handedExchange(tabs: AccessChannel, handed: HandedAccess): Exchange {
  const sub = handed.user?.sub;
  let last = handed.held.credentials;
  return async () => {
    const next = await tabs.ask({ ...LATER, not: last.accessKeyId, sub });
    if (!next || next.user?.sub !== sub) throw new SignInEnded();
    last = next.held.credentials;
    return next.held;
  };
}
