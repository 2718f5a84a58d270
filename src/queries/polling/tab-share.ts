import type { TabChannel, TabMessage } from "./tab-channel.ts";
import { createTabChannel } from "./tab-channel.ts";
import type { TabLead } from "./tab-lead.ts";
import { createTabLead } from "./tab-lead.ts";

/** How much later than announced a message may come before its tab counts as silent. */
const GRACE_MS = 5_000;

/** What the tabs of one browser that look at the same deployment have in common: one of them asks AWS for all. */
export interface TabShare {
  lead: TabLead;
  channel: TabChannel;
}

/** The share of one deployment. `name` must tell accounts and deployments apart. */
export function createTabShare(name: string): TabShare {
  return { lead: createTabLead(name), channel: createTabChannel(name) };
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

function isFresh(message: TabMessage | undefined, nowMs: number): boolean {
  if (message === undefined) return false;
  const ageMs = nowMs - message.atMs;
  // Less than none: the clock has been set back since.
  return ageMs > -GRACE_MS && ageMs <= message.nextInMs * 1.2 + GRACE_MS;
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
