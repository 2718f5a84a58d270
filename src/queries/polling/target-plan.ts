import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { countOf, overview } from "../../codedeploy/deployment/overview.ts";
import { platformFacts } from "../../codedeploy/deployment/platform.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import { targetStatusFacts } from "../../codedeploy/targets/target-status.ts";
import type { Target } from "../../codedeploy/targets/target.ts";

/** As many targets as AWS gives details of in one request. */
export const BATCH_SIZE = 25;

/** What GetDeployment said when the ids were last listed. */
export interface ListMark {
  status: string | undefined;
  /** How many targets AWS counted; absent where it reported no counts. */
  total: number | undefined;
}

/** What to compare the next answer of GetDeployment with; also for a deployment of which nothing is known yet. */
export function listMark(deployment: Deployment | undefined): ListMark {
  const counted = overview(deployment ?? {});
  return { status: deployment?.status, total: counted.kind === "reported" ? counted.total : undefined };
}

/**
 * Whether the ids must be listed (again). New targets may join a deployment that runs: instances of a
 * replacement fleet, say. GetDeployment, which is asked anyway, tells most of it for nothing: listing again pays
 * when its status or its count of targets has changed. Where it reports no count, a deployment to instances that
 * goes on is listed with every refresh; the AppSpec file of the other platforms names their targets beforehand.
 *
 * @param last what stood at the last complete listing; absent before one
 * @param isEmpty whether that listing held no targets
 */
export function mustList(
  last: ListMark | undefined,
  isEmpty: boolean,
  deployment: Deployment | undefined,
): boolean {
  const now = listMark(deployment);
  if (!last) return true;
  if (!deployment) return isEmpty;
  if (last.status !== now.status || last.total !== now.total) return true;
  if (isFinished(now.status)) return false;
  const { platform } = platformFacts(deployment);
  const isFixed = platform !== undefined && platform !== "Server";
  return isEmpty || (now.total === undefined && !isFixed);
}

/**
 * Whether to ask for the failed targets first: only where the fleet takes several requests, and unless AWS
 * counts no failure. Costs one listing (of the failed ones only), once.
 */
export function mayHideFailures(deployment: Deployment | undefined): boolean {
  return countOf(overview(deployment ?? {}), "Failed") !== 0;
}

/**
 * Whether an answer is a target's last. An instance does not change after its final status; task sets and
 * weights of the other platforms do until the deployment has finished.
 *
 * @param wasFinished whether the deployment had finished when the target was asked for
 */
export function isSettled({ status, facts }: Target, wasFinished: boolean): boolean {
  return targetStatusFacts(status).isFinal && (wasFinished || facts.kind === "instance");
}

/** Takes the next batch out of `pending`: those of `firstIds` that are in it, then the others in their order. */
export function takeBatch(pending: Set<string>, firstIds: readonly string[]): string[] {
  const ordered = new Set([...firstIds.filter((id) => pending.has(id)), ...pending]);
  const batch = [...ordered].slice(0, BATCH_SIZE);
  for (const id of batch) pending.delete(id);
  return batch;
}
