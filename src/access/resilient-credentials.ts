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

/** Credentials, and until when (epoch ms) a tab uses them. */
export interface HeldCredentials {
  credentials: AwsCredentialIdentity;
  /** From then on they are exchanged, and serve meanwhile. */
  refreshAtMs: number;
  uselessAtMs: number;
}

/** A credential source that other tabs of this browser can be let in by. */
export interface SharedCredentials extends CredentialSource {
  /** What another tab can be given: what is held, unless it is to be exchanged anyway. */
  spare(): HeldCredentials | undefined;
  /** Exchanges, whatever is held; simultaneous calls share one exchange. Throws as `provide` does. */
  anew(): Promise<AwsCredentialIdentity>;
}

/**
 * Gets new credentials, from AWS or, already held, from another tab.
 * @param refused what AWS has refused, where that is why new ones are needed
 */
export type Exchange = (
  refused: AwsCredentialIdentity | undefined,
) => Promise<AwsCredentialIdentity | HeldCredentials>;

/**
 * A credential source that survives a faulty exchange: a hung one is given up after 8 s, simultaneous calls
 * share one, and valid credentials are served at once while they are refreshed behind them.
 *
 * Credentials are held for a quarter of an hour at least, whatever this device's clock makes of their expiration.
 *
 * @param exchange called again from the start after a failure
 * @param first what another tab has handed to this one
 */
export function resilientCredentials(exchange: Exchange, first?: HeldCredentials): SharedCredentials {
  let held = first;
  let refusedOnes: AwsCredentialIdentity | undefined;
  let pending: Promise<AwsCredentialIdentity> | undefined;
  let coolUntilMs = Number.NEGATIVE_INFINITY;
  let generation = 0;

  async function refresh(): Promise<AwsCredentialIdentity> {
    const own = generation;
    const isForgotten = () => own !== generation;
    try {
      const got = await settle(exchange(refusedOnes), AbortSignal.timeout(TIMEOUT_MS));
      // Credentials of somebody who has signed out meanwhile: another exchange fails, which tells the waiting call.
      if (isForgotten()) return asHeld(await exchange(undefined)).credentials;
      held = asHeld(got);
      refusedOnes = undefined;
      return held.credentials;
    } catch (error) {
      coolUntilMs = Date.now() + COOL_DOWN_MS;
      if (error instanceof Error) faults.add(error);
      throw error;
    } finally {
      if (!isForgotten()) pending = undefined;
    }
  }

  return {
    async provide() {
      const nowMs = Date.now();
      if (!held || nowMs >= held.uselessAtMs) return (pending ??= refresh());
      if (nowMs >= held.refreshAtMs && nowMs >= coolUntilMs) {
        pending ??= refresh();
        pending.catch(() => {}); // The held ones still serve, and the next call tries again.
      }
      return held.credentials;
    },
    held: () => held?.credentials,
    renew(refused = held?.credentials) {
      if (held?.credentials !== refused) return;
      held = undefined;
      refusedOnes = refused;
    },
    forget() {
      generation += 1;
      held = undefined;
      pending = undefined;
    },
    spare: () => (held && Date.now() < held.refreshAtMs ? held : undefined),
    anew: () => (pending ??= refresh()),
  };
}

function asHeld(got: AwsCredentialIdentity | HeldCredentials): HeldCredentials {
  return "credentials" in got ? got : hold(got, Date.now());
}

function hold(credentials: AwsCredentialIdentity, nowMs: number): HeldCredentials {
  const saidToLastMs = (credentials.expiration?.getTime() ?? Number.POSITIVE_INFINITY) - nowMs;
  const lifetimeMs = saidToLastMs > LEAST_LIFETIME_MS - MINUTE_MS ? saidToLastMs : LEAST_LIFETIME_MS;
  const expiresAtMs = nowMs + lifetimeMs;
  return {
    credentials,
    refreshAtMs: expiresAtMs - Math.min(REFRESH_AHEAD_MS, lifetimeMs / 2),
    uselessAtMs: expiresAtMs - Math.min(TOO_OLD_MS, lifetimeMs / 4),
  };
}
