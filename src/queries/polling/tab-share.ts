import { HEARSAY_MS, JITTER } from "./poll-interval.ts";
import type { TabChannel, TabMessage } from "./tab-channel.ts";
import { createTabChannel } from "./tab-channel.ts";

/** How much later than announced a message may come before its tab counts as silent. */
const GRACE_MS = 5_000;

/** What the tabs of one browser that look at the same deployment have in common: one of them asks AWS for all. */
export interface TabShare {
  lead: TabLead;
  channel: TabChannel;
}

/**
 * The share of one deployment. `name` must tell accounts and deployments apart. Only the channel has the key: any page of the
 * origin can read the names of locks.
 */
export function createTabShare(name: string, key?: string): TabShare {
  return { lead: createTabLead(name), channel: createTabChannel(name, key) };
}

/**
 * Whether this tab has to ask AWS itself about a topic: it leads, or the tab that does has said nothing about it for
 * longer than it announced. Then the lead is taken over.
 */
export async function mustAsk({ lead, channel }: TabShare, topic: string, nowMs: number): Promise<boolean> {
  if (await lead.leads()) return true;
  if (isFresh(channel.heard(topic), nowMs)) return false;
  // A tab that speaks of something else is alive, and may not show this part.
  const isSilent = !["deployment", "targets"].some((any) => isFresh(channel.heard(any), nowMs));
  if (isSilent && channel.heard("deployment") !== undefined) await lead.take();
  return true;
}

/**
 * Whether a tab that leaves the asking to another has done so for long enough: what it hears is true only as long as every page of
 * this origin is.
 *
 * @param askedAtMs when it last asked AWS itself (epoch ms)
 */
export function isHearsay(askedAtMs: number, nowMs: number): boolean {
  return Math.abs(nowMs - askedAtMs) > HEARSAY_MS;
}

function isFresh(message: TabMessage | undefined, nowMs: number): boolean {
  if (message === undefined) return false;
  const ageMs = nowMs - message.atMs;
  // Less than none: the clock has been set back since.
  return ageMs > -GRACE_MS && ageMs <= message.nextInMs * (1 + JITTER) + GRACE_MS;
}

/** After the last poll of all there is no next one to announce. */
const AFTER_LAST_MS = 60_000;

/**
 * Tells the other tabs how a poll has ended: with something new, without, or with a failure that may pass by itself;
 * `nextInMs` is `false` after the last one.
 */
export function tellTabs(
  { channel }: TabShare,
  message: Pick<TabMessage, "topic" | "askedAtMs" | "body" | "failure"> & { nextInMs: number | false },
): void {
  const nextInMs = message.nextInMs === false ? AFTER_LAST_MS : message.nextInMs;
  channel.post({ ...message, atMs: Date.now(), nextInMs });
}

/** Which of several tabs does the work that one can do for all. */
export interface TabLead {
  /** Whether this tab leads; takes the lead where nobody has it. */
  leads(): Promise<boolean>;
  /** Takes it from a tab that has fallen silent: frozen by the browser, or asleep with its device. */
  take(): Promise<void>;
  /** Gives it up: another tab takes it with its next poll. */
  release(): void;
}

/** For browsers without locks: every tab leads itself. */
const ALONE: TabLead = { leads: async () => true, take: async () => {}, release() {} };

/**
 * The lead among the tabs of this browser that share `name`, by a Web Lock: it ends with its tab at the latest, and
 * when the tab is hidden, because hidden tabs do not poll.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Web_Locks_API
 */
function createTabLead(name: string): TabLead {
  const found: LockManager | undefined = globalThis.navigator?.locks;
  if (!found || !globalThis.document) return ALONE;
  const locks = found;
  let release: (() => void) | undefined;
  let asking: Promise<boolean> | undefined;

  function request(options: LockOptions): Promise<boolean> {
    let mine: typeof release;
    return new Promise((resolve) => {
      const held = locks.request(name, options, (lock) => {
        if (!lock) return undefined;
        return new Promise<void>((done) => {
          release = mine = done;
          resolve(true);
        });
      });
      // Settles when the lead is over: given up, or taken by another tab. Without a lock it settles at once.
      held
        .catch(() => {})
        .finally(() => {
          // Another request of this tab may have been granted meanwhile.
          if (mine !== undefined && release === mine) release = undefined;
          resolve(false);
        });
    });
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") release?.();
  });
  return {
    leads: async () => {
      if (release !== undefined) return true;
      // Several parts of a page ask at once: one would take the lead, and the others would find it taken.
      asking ??= request({ ifAvailable: true }).finally(() => {
        asking = undefined;
      });
      return asking;
    },
    take: async () => void (await request({ steal: true })),
    release: () => release?.(),
  };
}
