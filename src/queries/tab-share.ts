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
  return message !== undefined && nowMs <= message.atMs + message.nextInMs * 1.2 + GRACE_MS;
}
