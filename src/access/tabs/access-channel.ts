import type { Config } from "../../config/schema.ts";
import { isRecord } from "../../values/is-record.ts";
import { openTabsChannel, say } from "../../values/tabs-channel.ts";
import { GUEST } from "../identity-memory.ts";
import type { HandedAccess } from "./handed-access.ts";
import { handedFrom } from "./handed-access.ts";

/** What a tab asks the others for. */
export interface AccessAsk {
  /** The access key of credentials that are of no use to it: others than these. */
  not?: string | undefined;
  /** The person whose access it must be; whoever signed in last without it. */
  sub?: string | undefined;
}

/** How long a tab waits for the others, in milliseconds. What is absent is as long as a new tab waits, which shows nothing yet. */
export interface Patience {
  /** Until one of them says something. */
  patienceMs?: number;
  /** After that, where one has said that credentials are on their way. */
  comingMs?: number;
}

/** Says that credentials are on their way. */
const COMING = "coming";

/** An answer to a tab that asks. */
type AccessReply = typeof COMING | HandedAccess;

/** What the tabs of one browser tell each other about who is there: they hand access over, and end together. */
export interface AccessChannel {
  /**
   * Asks the other tabs of this site for access.
   * @returns what the first of them hands over; `undefined` when none does in time, and after a sign-out
   */
  ask(how?: AccessAsk & Patience): Promise<HandedAccess | undefined>;
  /** Who answers tabs of the same site and configuration that ask, until somebody signs out. What fails is no answer. */
  onAsk(answer: (ask: AccessAsk, reply: (reply: AccessReply) => void) => Promise<void>): void;
  /** Aborted as soon as this tab, or another, has signed out. */
  readonly ended: AbortSignal;
  /** Tells all tabs, this one included, that somebody has signed out. */
  end(): void;
}

/** All that is ever said of a sign-out. */
const SIGNED_OUT = "signed-out";
/** Tabs of another release, which may speak otherwise, hand nothing to each other. */
const VERSION = 1;

/**
 * The channel of those who come in as the configuration says. What comes over it is foreign: anything else than its own
 * messages is as if it had not been sent. Where the browser has no channels, nobody answers.
 *
 * @param key for tests: what the tabs of this browser share
 */
export function openAccessChannel(config: Config, key?: string): AccessChannel {
  const { signIn, guest, identityPoolId, emulator } = config;
  const issuer = signIn ? `${signIn.authority} ${signIn.clientId}` : GUEST;
  const channel = openTabsChannel(`deploywatch access ${issuer}`, key);
  // All that decides which credentials a tab gets.
  const site = JSON.stringify([import.meta.env.BASE_URL, identityPoolId, signIn, guest, emulator]);
  const ending = new AbortController();
  const { signal: ended } = ending;

  const hear = (take: (data: unknown) => void, signal = ended) =>
    channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => take(data), { signal });
  hear((data) => {
    if (data === SIGNED_OUT) ending.abort();
  });

  return {
    async ask({ not, sub, patienceMs = 50, comingMs = 3_000 } = {}) {
      if (!channel || ended.aborted) return undefined;
      const id = crypto.randomUUID();
      const done = new AbortController();
      return new Promise((resolve) => {
        let isComing = false;
        const give = (handed?: HandedAccess) => {
          done.abort();
          resolve(handed);
        };
        const take = (data: unknown) => {
          if (!isMessage(data) || data["to"] !== id) return;
          const handed = handedFrom(data["reply"], signIn !== undefined, Date.now());
          if (handed) give(handed);
          else isComing ||= data["reply"] === COMING;
        };
        hear(take, AbortSignal.any([ended, done.signal]));
        ended.addEventListener("abort", () => give(), { signal: done.signal });
        void later(patienceMs)
          .then(() => (isComing ? later(comingMs) : undefined))
          .then(() => give());
        say(channel, { version: VERSION, ask: id, site, not, sub });
      });
    },
    onAsk(answer) {
      hear((data) => {
        if (!isMessage(data) || data["site"] !== site || typeof data["ask"] !== "string") return;
        const { ask: to, not, sub } = data;
        answer({ not: textOf(not), sub: textOf(sub) }, (reply) => {
          if (!ended.aborted) say(channel, { version: VERSION, to, reply });
        }).catch(() => {});
      });
    },
    ended,
    end() {
      say(channel, SIGNED_OUT);
      ending.abort();
    },
  };
}

/** Passes after so many milliseconds, and after what had arrived by then: a busy page hears of that late. */
function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(() => setTimeout(resolve), ms));
}

function isMessage(data: unknown): data is Record<string, unknown> {
  return isRecord(data) && data["version"] === VERSION;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
