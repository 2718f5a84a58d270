import { present } from "../../values/lists.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { countOf, overview } from "../deployment/overview.ts";
import { platformFacts } from "../deployment/platform.ts";
import type { Rollback } from "../deployment/rollback.ts";
import { rollback } from "../deployment/rollback.ts";
import type { FailureCause } from "./failure-cause.ts";
import { failureCause } from "./failure-cause.ts";

/** All that GetDeployment tells about what went wrong. */
export interface Why {
  cause: FailureCause | undefined;
  /** AWS's own words about the error. */
  message: string | undefined;
  code: string | undefined;
  statusMessages: string[];
  rollback: Rollback | undefined;
  aftermath: Aftermath | undefined;
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
    aftermath: aftermath(deployment),
  };
  const isAnything = found.cause ?? found.message ?? found.rollback ?? found.statusMessages[0];
  return isAnything === undefined ? undefined : found;
}

/** The question that the card answers. */
export function whyTitle({ status }: Deployment, { cause, code, message, rollback: found }: Why): string {
  if (status === "Failed") return found?.isRollback ? "Why this rollback failed" : "Why it failed";
  if (status === "Stopped") return "Why it stopped";
  if (cause?.kind === "succeeded-in-part") return "Not everything succeeded";
  if (code !== undefined || message !== undefined) return "What went wrong";
  if (found?.isRollback) return "This is a rollback";
  return found ? "Rollback" : "Messages from AWS";
}

/** Everything that AWS says about the status in words: the message list, and the deprecated member before it. */
export function statusMessages(deployment: Deployment): string[] {
  const { deploymentStatusMessages, additionalDeploymentStatusInfo } = deployment;
  const messages = present([...present(deploymentStatusMessages), additionalDeploymentStatusInfo]);
  return [...new Set(messages)].filter(Boolean);
}

/** A state that an ended deployment leaves behind and that somebody should know of. */
export type Aftermath = "alias-split" | "instances-indeterminate" | "rollback-failed";

/**
 * What a deployment leaves behind that was stopped and not rolled back, or that is a rollback and failed. One that was
 * stopped before it had started leaves nothing.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-stop.html
 */
export function aftermath(deployment: Deployment): Aftermath | undefined {
  const found = rollback(deployment);
  if (found?.undoneById !== undefined || !hasBegun(deployment)) return undefined;
  if (deployment.status === "Failed" && found?.isRollback) return "rollback-failed";
  if (deployment.status !== "Stopped") return undefined;
  const { platform } = platformFacts(deployment);
  if (platform === "Lambda") return "alias-split";
  return platform === "Server" ? "instances-indeterminate" : undefined;
}

/** Whether anything shows that work had begun on a target: AWS leaves `startTime` out of some answers. */
function hasBegun(deployment: Deployment): boolean {
  const counted = overview(deployment);
  const begun = ["InProgress", "Succeeded", "Failed", "Ready"] as const;
  return deployment.startTime !== undefined || begun.some((state) => (countOf(counted, state) ?? 0) > 0);
}
