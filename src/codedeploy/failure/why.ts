import type { Deployment } from "../deployment/deployment.ts";
import type { Rollback } from "../deployment/rollback.ts";
import { rollback } from "../deployment/rollback.ts";
import type { FailureCause } from "./failure-cause.ts";
import { failureCause, statusMessages } from "./failure-cause.ts";

/** All that GetDeployment tells about what went wrong. */
export interface Why {
  cause: FailureCause | undefined;
  /** AWS's own words about the error. */
  message: string | undefined;
  code: string | undefined;
  statusMessages: string[];
  rollback: Rollback | undefined;
}

/** What went wrong and what was done about it; `undefined` when there is nothing to explain. */
export function why(deployment: Deployment): Why | undefined {
  const { code, message } = deployment.errorInformation ?? {};
  const found: Why = {
    cause: failureCause(deployment),
    message: message || undefined,
    code: code || undefined,
    statusMessages: statusMessages(deployment),
    rollback: rollback(deployment),
  };
  const isAnything = found.cause ?? found.message ?? found.rollback ?? found.statusMessages[0];
  return isAnything === undefined ? undefined : found;
}

/** The question that the card answers. */
export function whyTitle({ status }: Deployment, { cause, code, message, rollback: found }: Why): string {
  if (status === "Failed") return found?.isRollback ? "Why this rollback failed" : "Why it failed";
  if (status === "Stopped") return found?.isRollback ? "Why this rollback stopped" : "Why it stopped";
  if (cause?.kind === "succeeded-in-part") return "Not everything succeeded";
  if (code !== undefined || message !== undefined) return "What went wrong";
  if (found?.isRollback) return "This is a rollback";
  return found ? "Rollback" : "Messages from AWS";
}
