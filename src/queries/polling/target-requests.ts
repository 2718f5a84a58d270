import type { CodeDeploy } from "../../aws/codedeploy/operations.ts";
import type { Deployment, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import type { TargetList } from "../../codedeploy/targets/target-list.ts";
import type { TargetPage, TargetPageInput } from "../../codedeploy/targets/target.ts";
import { AppError } from "../../errors/app-error.ts";
import type { FleetPace } from "./fleet-pace.ts";
import type { RequestSlots } from "./request-slots.ts";
import { MAX_IN_FLIGHT } from "./request-slots.ts";
import { withAnswer } from "./target-list-changes.ts";
import { isSettled, takeBatch } from "./target-plan.ts";
import type { TargetsState } from "./targets-state.ts";

/** All that a refresh works with. */
export interface TargetsContext {
  codeDeploy: CodeDeploy;
  ref: DeploymentRef;
  signal: AbortSignal;
  slots: RequestSlots;
  state: TargetsState;
  pace: FleetPace;
  /** How long after one refresh the next one is due, jitter apart (ms). */
  intervalMs: number;
  /** The latest answer of GetDeployment; absent before the first. */
  deployment(): Deployment | undefined;
  /** The targets that somebody looks at, to be asked for before others. */
  onScreen(): readonly string[];
  /** Shows each change at once: a fleet takes many requests. */
  publish: (list: TargetList) => void;
}

/** One page of ids, once there is room for the request. */
export function listPage(
  { codeDeploy, ref, slots, signal }: TargetsContext,
  input: Pick<TargetPageInput, "nextToken" | "status"> = {},
): Promise<TargetPage> {
  return slots(() => codeDeploy.listDeploymentTargets({ ...ref, ...input }, signal));
}

/**
 * Asks for the details of targets, 25 at a time, those on screen first, and shows each answer at once. Ends with
 * the first fault.
 */
export async function loadTargets(context: TargetsContext, ids: readonly string[]): Promise<void> {
  const pending = new Set(ids);
  // As many lanes as there are request slots: each sends one batch after the other.
  const lane = async () => {
    while (pending.size > 0) {
      try {
        await askFor(context, takeBatch(pending, context.onScreen()));
      } catch (error) {
        pending.clear(); // What has failed for one lane would fail for the others.
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: MAX_IN_FLIGHT }, lane));
  for (const result of ended) if (result.status === "rejected") throw result.reason;
}

async function askFor(context: TargetsContext, ids: readonly string[]): Promise<void> {
  const { codeDeploy, ref, slots, signal, state, pace } = context;
  const askedAtMs = Date.now();
  const wasFinished = isFinished(context.deployment()?.status);
  try {
    const targets = await slots(() =>
      codeDeploy.batchGetDeploymentTargets({ ...ref, targetIds: ids }, signal),
    );
    signal.throwIfAborted();
    for (const target of targets) if (isSettled(target, wasFinished)) state.settled.add(target.id);
    for (const id of ids) {
      state.readAtMs.set(id, askedAtMs);
      pace.changed.delete(id);
    }
    const answered = new Set(targets.map(({ id }) => id));
    for (const id of ids) if (!answered.has(id)) state.missing.add(id);
    show(context, withAnswer(state.list, ids, targets));
  } catch (error) {
    if (!isAboutOneTarget(error)) throw error;
    await askInHalves(context, ids);
  }
}

/** One id that does not exist any more makes AWS refuse the whole batch: narrows it down. */
async function askInHalves(context: TargetsContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 1) {
    for (const id of ids) context.state.missing.add(id);
    show(context, withAnswer(context.state.list, ids, []));
    return;
  }
  const middle = Math.ceil(ids.length / 2);
  await askFor(context, ids.slice(0, middle));
  await askFor(context, ids.slice(middle));
}

const ABOUT_ONE_TARGET: ReadonlySet<string | undefined> = new Set([
  "DeploymentTargetDoesNotExistException",
  "InstanceDoesNotExistException",
]);

function isAboutOneTarget(error: unknown): boolean {
  return error instanceof AppError && ABOUT_ONE_TARGET.has(error.awsCode);
}

/** Takes a changed list over and publishes it; throws when the refresh was aborted meanwhile. */
export function show({ state, publish, signal }: TargetsContext, list: TargetList): void {
  signal.throwIfAborted();
  if (list === state.list) return;
  state.list = list;
  publish(list);
}
