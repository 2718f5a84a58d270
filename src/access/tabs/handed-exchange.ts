import type { Exchange } from "../resilient-credentials.ts";
import { SignInEnded } from "../sign-in/sign-in-failure.ts";
import type { AccessChannel, Patience } from "./access-channel.ts";
import type { HandedAccess } from "./handed-access.ts";

/** The old credentials serve meanwhile. Longer than an exchange may take, so that its end is a fault that may pass. */
const LATER: Patience = { patienceMs: 2_000, comingMs: 60_000 };

/**
 * How a tab that another one has let in gets new credentials: it asks the other tabs, and the one among them that holds the tokens asks
 * the issuer and Cognito. Throws a SignInEnded where no tab holds tokens any more.
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
