import { isFinished } from "./status.ts";

/** A change of a deployment's status as this page has seen it: between two answers, and no later than the second. */
export interface Transition {
  /** The status before, as AWS names it; absent when AWS sent none. */
  from: string | undefined;
  to: string | undefined;
  /** When the answer with the new status came (epoch ms). */
  seenAtMs: number;
  /** How much earlier the change may have happened: the time since the answer before was asked for, in milliseconds. */
  uncertaintyMs: number;
}

/** What an answer said, when it was asked for and when it came (epoch ms). */
export interface SeenStatus {
  status: string | undefined;
  askedAtMs: number;
  atMs: number;
}

/** More than any deployment has; a page that is open for days keeps the latest. */
const MAX_KEPT = 50;

/**
 * The transitions seen so far, oldest first, with that between two answers which followed each other. The same list
 * when the status is the same, or when there was no answer before: the first one is no transition.
 */
export function withTransition(
  transitions: readonly Transition[],
  before: SeenStatus | undefined,
  after: SeenStatus,
): readonly Transition[] {
  if (!before || before.status === after.status) return transitions;
  const transition = {
    from: before.status,
    to: after.status,
    seenAtMs: after.atMs,
    uncertaintyMs: Math.max(0, after.atMs - before.askedAtMs),
  };
  return [...transitions, transition].slice(-MAX_KEPT);
}

/** Whether a status came back from its end, which AWS does not document: Succeeded → InProgress. */
export function isBackwards({ from, to }: Transition): boolean {
  return isFinished(from) && !isFinished(to);
}
