import { toFragment } from "./fragment.ts";
import type { KeptAnswer, Snapshot } from "./snapshot-schema.ts";
import type { KeptTargets } from "./targets-schema.ts";
import { isKeptTargets } from "./targets-schema.ts";

/** Longer addresses are cut or not clickable in some programs that people paste them into. */
export const MAX_LINK = 2_000;
/** What is left out of a link until it is short enough, least missed first; each with what the page then says is missing. */
const STEPS: readonly { words: string; keep: (kept: KeptAnswer) => KeptAnswer[] }[] = [
  {
    words: "the other deployments of the group",
    keep: (kept) => (kept.about === "group-history" ? [] : [kept]),
  },
  { words: "details of targets that did not fail", keep: (kept) => [withTargets(kept, failedAlone)] },
  { words: "lifecycle events that did not fail", keep: (kept) => [withTargets(kept, failedEventsAlone)] },
  {
    words: "what other services said",
    keep: (kept) => (["deployment", "targets", "deployment-config"].includes(kept.about) ? [kept] : []),
  },
  { words: "the targets", keep: (kept) => (kept.about === "targets" ? [] : [kept]) },
];

/** A link, and the snapshot that is in it. */
interface SnapshotLink {
  link: string;
  snapshot: Snapshot;
}

/**
 * A link that holds a snapshot, with as much of it as has room.
 *
 * @param page the address of the page that opens it, without a fragment
 * @returns the link, and the snapshot that is in it; `undefined` where not even the deployment alone has room
 */
export async function snapshotLink(snapshot: Snapshot, page: string): Promise<SnapshotLink | undefined> {
  const found = await linkOf(snapshot, page);
  return found ?? shorter(snapshot, page, STEPS);
}

async function linkOf(snapshot: Snapshot, page: string): Promise<SnapshotLink | undefined> {
  const link = page + (await toFragment(JSON.stringify(snapshot)));
  return link.length <= MAX_LINK ? { link, snapshot } : undefined;
}

async function shorter(
  snapshot: Snapshot,
  page: string,
  [step, ...rest]: typeof STEPS,
): Promise<SnapshotLink | undefined> {
  if (!step) return undefined;
  const answers = snapshot.answers.flatMap(step.keep);
  // What was not there is not left out.
  if (JSON.stringify(answers) === JSON.stringify(snapshot.answers)) return shorter(snapshot, page, rest);
  const less = { ...snapshot, answers, leftOut: [...snapshot.leftOut, step.words] };
  return (await linkOf(less, page)) ?? shorter(less, page, rest);
}

type KeptEntry = KeptTargets["targets"][number];

function withTargets(kept: KeptAnswer, shorten: (entry: KeptEntry) => KeptEntry): KeptAnswer {
  if (kept.about !== "targets" || !isKeptTargets(kept.answer)) return kept;
  return { ...kept, answer: { ...kept.answer, targets: kept.answer.targets.map(shorten) } };
}

/** Targets that did not fail by their ids alone: how many there are stays right. */
function failedAlone(entry: KeptEntry): KeptEntry {
  return entry.kind === "read" && entry.target.status !== "Failed"
    ? { kind: "unread", id: entry.target.id }
    : entry;
}

/** What failed on how many of them stays right, too. */
function failedEventsAlone(entry: KeptEntry): KeptEntry {
  if (entry.kind !== "read") return entry;
  const events = entry.target.events.filter(({ status }) => status === "Failed");
  return { ...entry, target: { ...entry.target, events } };
}
