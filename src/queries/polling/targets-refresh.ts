import { AppError } from "../../errors/app-error.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { isBeforeStart, isFinished } from "../../codedeploy/deployment/status.ts";
import { listAll } from "./list-targets.ts";
import { loadTargets } from "./load-targets.ts";
import { withErrors } from "./target-list-changes.ts";
import { mustList } from "./target-plan.ts";
import type { TargetsContext, TargetsState } from "./targets-context.ts";
import { isOpen, show } from "./targets-context.ts";

/**
 * Asks for everything about targets that may have changed, once the deployment is known to have started: the ids where {@link mustList} says so, then the
 * details of those that are not settled, 25 at a time, the failed ones first. Faults of the two parts end up in
 * the list, so that each takes away its own part only.
 *
 * @throws the signal's reason, when it aborts
 */
export async function refreshTargets(context: TargetsContext): Promise<void> {
  const { state, signal } = context;
  if (isBeforeStart(context.deployment()?.status)) {
    if (state.list.stage === "unknown") show(context, { ...state.list, stage: "not-started" });
    return;
  }
  const isDue = mustList(state.listedAt, state.list.ids.length === 0, context.deployment());
  const listError = isDue ? await errorOf(listAll(context), signal) : undefined;
  const isStopped = listError?.kind === "throttled";
  const pending = isStopped ? [] : state.list.ids.filter((id) => isOpen(state, id));
  const detailsError = isStopped
    ? state.list.detailsError
    : await errorOf(loadTargets(context, pending), signal);
  show(context, withErrors(state.list, { listError, detailsError }));
}

/** Whether nothing about the targets is left to ask. */
export function isAtRest(state: TargetsState, deployment: Deployment | undefined): boolean {
  return (
    isFinished(deployment?.status) &&
    !mustList(state.listedAt, state.list.ids.length === 0, deployment) &&
    !state.list.ids.some((id) => isOpen(state, id))
  );
}

/** What went wrong in a part; an abort is no fault of it and goes on. */
async function errorOf(part: Promise<void>, signal: AbortSignal): Promise<AppError | undefined> {
  try {
    await part;
    return undefined;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AppError) return error;
    return new AppError("unknown", { detail: String(error), cause: error });
  }
}
