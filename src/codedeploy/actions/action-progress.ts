import type { Deployment } from "../deployment/deployment.ts";
import { rollback } from "../deployment/rollback.ts";
import { isFinished as hasFinished, statusFacts } from "../deployment/status.ts";
import type { ActionKind } from "./action.ts";
import { startsDeployment } from "./action.ts";
import type { ActionOutcome } from "./action-outcome.ts";

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
export const UNKNOWN_WORDS = {
  title: "It is not known whether AWS received this.",
  text: "No answer came. The page reads the deployment again, and does not send this a second time.",
};

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
    case "unknown":
      if (startsDeployment(done.kind)) {
        return { ...told, words: ["No answer came, and it is not sent a second time."], isPending: false };
      }
      return {
        ...told,
        words: [UNKNOWN_WORDS.title, now, "It is not sent a second time."],
        isPending: !isRead,
      };
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
  return same.outcome?.state === "accepted"
    ? "AWS has just accepted this. It is not sent a second time."
    : "This was sent a moment ago, and it is not known whether AWS received it. Wait until the page has read the deployment again.";
}

/** A stop with a rollback and one without are the same to AWS: a deployment is stopped once. */
function familyOf(kind: ActionKind): string {
  if (startsDeployment(kind)) return "create";
  return kind === "stop-and-roll-back" ? "stop" : kind;
}
