import type { Deployment } from "../deployment/deployment.ts";
import { rollback } from "../deployment/rollback.ts";
import { isFinished } from "../deployment/status.ts";
import { timing } from "../deployment/timing.ts";
import { groupHistory } from "./group-history.ts";

/** What some of a group's deployments say together. Rollbacks are left out: they follow from others. */
export interface GroupFigures {
  /** How many have ended. */
  ended: number;
  succeeded: number;
  /** How many are rollbacks. */
  rollbacks: number;
  /** The median duration of the successes, in milliseconds; absent with fewer than three. */
  usualMs: number | undefined;
  /** The longest of all, in milliseconds, rollbacks too: what bars are drawn to. */
  longestMs: number;
}

/** @param deployments of one group, in any order */
export function groupFigures(deployments: readonly Deployment[]): GroupFigures {
  const own = deployments.filter((deployment) => !rollback(deployment)?.isRollback);
  const ended = own.filter(({ status }) => isFinished(status));
  const { usualMs } = groupHistory({}, deployments);
  const lengths = deployments.map((deployment) => totalMs(deployment) ?? 0);
  return {
    ended: ended.length,
    rollbacks: deployments.length - own.length,
    succeeded: ended.filter(({ status }) => status === "Succeeded").length,
    usualMs,
    longestMs: Math.max(usualMs ?? 0, ...lengths),
  };
}

/** How long a deployment took, in milliseconds; `undefined` while it runs and where AWS does not say it. */
export function totalMs(deployment: Deployment): number | undefined {
  const { span } = timing(deployment);
  return span.kind === "total" ? span.lengthMs : undefined;
}
