import type { Deployment } from "../deployment/deployment.ts";
import { rollback } from "../deployment/rollback.ts";
import { moment, timing } from "../deployment/timing.ts";

/** What a group's other deployments say about one of them. */
export interface GroupHistory {
  /** The median duration of the group's last successes, in milliseconds; absent with fewer than three. */
  usualMs: number | undefined;
  /** The ids of the deployments before and after it. */
  previousId: string | undefined;
  nextId: string | undefined;
}

/** Fewer say nothing about what is usual. */
const ENOUGH = 3;

/**
 * The usual duration is the median over the successful deployments that are no rollbacks, of the same deployment
 * configuration where there are three of those: all at once and one after the other do not compare. A duration is from
 * start to end, or from creation where AWS reports no start. Deployments without a creation time have no neighbours.
 *
 * @param others deployments of the same group, in any order; the deployment itself may be among them
 */
export function groupHistory(deployment: Deployment, others: readonly Deployment[]): GroupHistory {
  const rest = others.filter(({ deploymentId }) => deploymentId !== deployment.deploymentId);
  const successes = rest.filter((other) => other.status === "Succeeded" && !rollback(other)?.isRollback);
  const alike = successes.filter(
    ({ deploymentConfigName }) => deploymentConfigName === deployment.deploymentConfigName,
  );
  const lengths = (alike.length >= ENOUGH ? alike : successes).flatMap((success) => {
    const { span } = timing(success);
    return span.kind === "total" ? [span.lengthMs] : [];
  });
  const createdMs = moment(deployment.createTime);
  const dated = rest.flatMap(({ deploymentId, createTime }) => {
    const atMs = moment(createTime);
    return deploymentId === undefined || atMs === undefined ? [] : [{ deploymentId, atMs }];
  });
  const ordered = dated.toSorted((one, other) => one.atMs - other.atMs);
  return {
    usualMs: lengths.length >= ENOUGH ? median(lengths) : undefined,
    previousId:
      createdMs === undefined ? undefined : ordered.findLast(({ atMs }) => atMs < createdMs)?.deploymentId,
    nextId: createdMs === undefined ? undefined : ordered.find(({ atMs }) => atMs > createdMs)?.deploymentId,
  };
}

const MOST = 25;
const NEIGHBOURS = 2;

/**
 * Which deployments to ask for in one request: the successes, and those that stand next to the deployment in the list of
 * all, which come first.
 */
export function worthAsking(
  deploymentId: string,
  all: readonly string[],
  successes: readonly string[],
): string[] {
  const place = all.indexOf(deploymentId);
  // One that is not on the first page is older than all that is there.
  const near = place === -1 ? [] : all.slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS + 1);
  const ids = new Set([...near, ...successes]);
  ids.delete(deploymentId);
  return [...ids].slice(0, MOST);
}

/** The middle one of some numbers, or the mean of the middle two; 0 of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
