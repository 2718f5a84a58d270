import type { Deployment } from "../deployment/deployment.ts";
import { rollback } from "../deployment/rollback.ts";
import { isFinished as hasFinished, statusFacts } from "../deployment/status.ts";
import type { ActionKind } from "./action.ts";
import { startsDeployment } from "./action.ts";
import type { ActionFailure, ActionOutcome } from "./action-outcome.ts";

/** An action of this browser on a deployment. Plain data, since it outlives a reload. */
export interface DoneAction {
  /** Made when it was confirmed; no other action has it. */
  id: string;
  kind: ActionKind;
  /** When it was confirmed (epoch ms). */
  atMs: number;
  /** Of a new deployment: what its description ends in. */
  mark?: string;
  /** Absent as long as the request is under way, in this tab or in another. */
  outcome?: ActionOutcome;
  /** When the outcome was known (epoch ms). */
  endedAtMs?: number;
}

/** What has followed from an action, as far as it was read. */
export interface ActionProgress {
  /** One or two sentences: what AWS said, and what the deployment has become. */
  words: string[];
  /** The rollback deployment, once AWS names it. */
  rollbackId: string | undefined;
  /** Whether there is more to wait for. */
  isPending: boolean;
  /** Whether the usual polling would show it late: after the end of a deployment, and while one is Ready. */
  isSlow: boolean;
}

/** What is said of an action whose outcome is not known. */
export interface UnknownWords {
  /** A sentence: what is not known. */
  title: string;
  /** A sentence: what came instead of an answer. */
  because: string;
  /** A sentence: what the page does about it, and what it does not. */
  next: string;
}

/**
 * What is not known after a failed attempt, and how the page finds out: it reads the deployment, and looks for a new one in the
 * list of the group. Some failures are answers themselves, of a fault at AWS for example: then AWS, or something on the way,
 * has received the request.
 *
 * @param failure absent where the tab was lost that waited for the answer
 */
export function unknownWords(kind: ActionKind, failure: ActionFailure | undefined): UnknownWords {
  const finding = startsDeployment(kind)
    ? "looks for its description in the list of the group"
    : "reads the deployment again";
  const next = `The page ${finding}, and does not send this a second time.`;
  return isAnswered(failure)
    ? {
        title: "It is not known whether AWS has done this.",
        because: "What came back does not say whether AWS has done it.",
        next,
      }
    : { title: "It is not known whether AWS received this.", because: "No answer came.", next };
}

/** Whether something came back, of which it is not clear what it means. */
export function isAnswered(failure: ActionFailure | undefined): boolean {
  return failure?.kind === "server" || failure?.kind === "malformed" || failure?.kind === "unknown";
}

/**
 * What became of an accepted or unknown action, told by the deployment as it was read afterwards. Nothing is claimed that was
 * not read: that a deployment was stopped does not say that this action stopped it.
 *
 * @param readAtMs when the answer was asked for that `deployment` is from (epoch ms)
 */
export function actionProgress(
  done: DoneAction,
  deployment: Deployment,
  readAtMs: number | undefined,
): ActionProgress {
  const { word, isFinished } = statusFacts(deployment.status);
  const { outcome } = done;
  const isRead = readAtMs !== undefined && readAtMs >= (done.endedAtMs ?? done.atMs);
  const rollbackId = isRollback(done.kind) ? rollback(deployment)?.undoneById : undefined;
  const isSlow = isFinished || deployment.status === "Ready";
  const now = isRead ? `The deployment is ${word}.` : "The page reads the deployment again.";
  const told = { rollbackId, isSlow };
  switch (outcome?.state) {
    case undefined:
      return { ...told, words: ["AWS has not answered yet."], isPending: true };
    case "refused":
      return { ...told, words: [], isPending: false };
    case "unknown": {
      const { title, because } = unknownWords(done.kind, outcome.failure);
      return startsDeployment(done.kind)
        ? { ...told, words: [because, NOT_AGAIN], isPending: false }
        : { ...told, words: [title, now, NOT_AGAIN], isPending: !isRead };
    }
    case "accepted": {
      if (startsDeployment(done.kind)) return { ...told, words: ["AWS accepted it."], isPending: false };
      const hasFollowed = isRead && hasCome(done.kind, deployment.status);
      const lacksId = isRollback(done.kind) && isRead && isFinished && rollbackId === undefined;
      return {
        ...told,
        words: [...acceptedWords(outcome), now, ...(lacksId ? ["AWS names no rollback deployment."] : [])],
        isPending: !hasFollowed || lacksId,
      };
    }
  }
}

const NOT_AGAIN = "It is not sent a second time.";

function acceptedWords({ status, message }: Extract<ActionOutcome, { state: "accepted" }>): string[] {
  const said = status === undefined ? "AWS accepted it." : `AWS accepted it: ${status}.`;
  return message === undefined ? [said] : [said, `“${message}”`];
}

/** Whether a status is one in which an action has taken effect, or has nothing left to take effect on. */
function hasCome(kind: ActionKind, status: string | undefined): boolean {
  return kind === "reroute" ? status !== "Ready" : hasFinished(status);
}

function isRollback(kind: ActionKind): boolean {
  return kind === "stop-and-roll-back";
}

/** How long an action is not offered again after one of its kind: AWS may still be at work on that. */
const HELD_BACK_MS = 60_000;

/**
 * Why an action is not sent now, where another of this browser stands in its way; `undefined` where none does. What was refused
 * stands in nobody's way.
 *
 * @param done this browser's actions on the deployment, oldest first
 */
export function heldBackBecause(
  kind: ActionKind,
  done: readonly DoneAction[],
  nowMs: number,
): string | undefined {
  const last = done.at(-1);
  if (last && last.outcome === undefined) return "Another action is under way.";
  const same = done.findLast(
    (other) => familyOf(other.kind) === familyOf(kind) && other.outcome?.state !== "refused",
  );
  if (!same || Math.abs(nowMs - same.atMs) >= HELD_BACK_MS) return undefined;
  const isNew = startsDeployment(kind);
  const what = same.kind === kind ? "this" : isNew ? "another new deployment" : "another stop";
  if (same.outcome?.state === "accepted") {
    return same.kind === kind
      ? `AWS has just accepted this. ${NOT_AGAIN}`
      : `AWS has just accepted ${what}. Wait until the page has read what became of it.`;
  }
  const subject = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  const finding = isNew ? "looked for it in the list of the group" : "read the deployment again";
  return `${subject} was sent a moment ago, and what became of it is not known. Wait until the page has ${finding}.`;
}

/** A stop with a rollback and one without are the same to AWS: a deployment is stopped once. */
function familyOf(kind: ActionKind): string {
  if (startsDeployment(kind)) return "create";
  return kind === "stop-and-roll-back" ? "stop" : kind;
}
