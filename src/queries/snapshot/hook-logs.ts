import { HOOK_LOG } from "./answer-schemas.ts";
import type { Snapshot } from "./snapshot-schema.ts";

/** A snapshot without what hook functions wrote, where somebody had asked for it. */
export function withoutHookLogs(snapshot: Snapshot): Snapshot {
  const answers = snapshot.answers.filter(({ about }) => about !== HOOK_LOG);
  if (answers.length === snapshot.answers.length) return snapshot;
  return { ...snapshot, answers, leftOut: [...snapshot.leftOut, "the log of the hook function"] };
}
