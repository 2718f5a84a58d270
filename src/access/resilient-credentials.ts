import type { AwsCredentialIdentity } from "@smithy/types";
import type { CredentialSource } from "./credentials.ts";
import { settle } from "../values/settle.ts";

const MINUTE_MS = 60_000;
/** How long before they expire credentials are exchanged, unless they live for less than twice as long. */
const REFRESH_AHEAD_MS = 5 * MINUTE_MS;
/** Credentials with less than this left may expire on their way to AWS. */
const TOO_OLD_MS = 30_000;
/** AWS gives none for less. Credentials that seem to have less left on arrival say that this device's clock is fast. */
const LEAST_LIFETIME_MS = 15 * MINUTE_MS;
const TIMEOUT_MS = 8_000;
/** After a failed refresh, how long valid credentials are used without another try. */
const COOL_DOWN_MS = 15_000;

/** What exchanges have thrown. */
const faults = new WeakSet<object>();

/** Whether an error came from the exchange for credentials, not from the service that was to be asked with them. */
export function isCredentialFault(thrown: unknown): boolean {
  return typeof thrown === "object" && thrown !== null && faults.has(thrown);
}

interface Held {
  credentials: AwsCredentialIdentity;
  refreshAtMs: number;
  uselessAtMs: number;
}

/**
 * A credential source that survives a faulty exchange: a hung one is given up after 8 s, simultaneous calls
 * share one, and valid credentials are served at once while they are refreshed behind them.
 *
 * Credentials are held for a quarter of an hour at least, whatever this device's clock makes of their expiration.
 *
 * @param exchange gets new credentials; called again from the start after a failure
 * @param now epoch milliseconds
 */
export function resilientCredentials(
  exchange: () => Promise<AwsCredentialIdentity>,
  now: () => number = Date.now,
): CredentialSource {
  let held: Held | undefined;
  let pending: Promise<AwsCredentialIdentity> | undefined;
  let coolUntilMs = Number.NEGATIVE_INFINITY;
  let generation = 0;

  async function refresh(): Promise<AwsCredentialIdentity> {
    const own = generation;
    const isForgotten = () => own !== generation;
    try {
      const credentials = await settle(exchange(), AbortSignal.timeout(TIMEOUT_MS));
      // Credentials of somebody who has signed out meanwhile: another exchange fails, which tells the waiting call.
      if (isForgotten()) return await exchange();
      held = hold(credentials, now());
      return credentials;
    } catch (error) {
      coolUntilMs = now() + COOL_DOWN_MS;
      if (error instanceof Error) faults.add(error);
      throw error;
    } finally {
      if (!isForgotten()) pending = undefined;
    }
  }

  return {
    async provide() {
      const nowMs = now();
      if (!held || nowMs >= held.uselessAtMs) return (pending ??= refresh());
      if (nowMs >= held.refreshAtMs && nowMs >= coolUntilMs) {
        pending ??= refresh();
        pending.catch(() => {}); // The held ones still serve, and the next call tries again.
      }
      return held.credentials;
    },
    held: () => held?.credentials,
    renew(refused = held?.credentials) {
      if (held?.credentials === refused) held = undefined;
    },
    forget() {
      generation += 1;
      held = undefined;
      pending = undefined;
    },
  };
}

function hold(credentials: AwsCredentialIdentity, nowMs: number): Held {
  const saidToLastMs = (credentials.expiration?.getTime() ?? Number.POSITIVE_INFINITY) - nowMs;
  const lifetimeMs = saidToLastMs > LEAST_LIFETIME_MS - MINUTE_MS ? saidToLastMs : LEAST_LIFETIME_MS;
  const expiresAtMs = nowMs + lifetimeMs;
  return {
    credentials,
    refreshAtMs: expiresAtMs - Math.min(REFRESH_AHEAD_MS, lifetimeMs / 2),
    uselessAtMs: expiresAtMs - Math.min(TOO_OLD_MS, lifetimeMs / 4),
  };
}
