import type { CodeDeploy } from "../../aws/codedeploy/code-deploy.ts";
import type { Deployment, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { isBeforeStart, isFinished } from "../../codedeploy/deployment/status.ts";
import type { TargetList } from "../../codedeploy/targets/target-list.ts";
import type { TargetPage } from "../../codedeploy/targets/target.ts";
import { AppError } from "../../errors/app-error.ts";
import type { RequestSlots } from "./request-slots.ts";
import { MAX_IN_FLIGHT } from "./request-slots.ts";
import { withAllListed, withAnswer, withErrors, withPage } from "./target-list-changes.ts";
import type { ListMark } from "./target-plan.ts";
import { BATCH_SIZE, isSettled, listMark, mayHideFailures, mustList, takeBatch } from "./target-plan.ts";

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

/** A thousand instances is AWS's limit for a deployment; a token that never ends must not become a loop. */
const MAX_PAGES = 1_000;

/**
 * Lists the ids of all targets, page by page, and shows each page at once. A fleet that may hold failures is
 * asked for the failed ones beside that, and their details: what failed is known after four requests, whatever
 * the size of the fleet.
 */
async function listAll(context: TargetsContext): Promise<void> {
  const { state } = context;
  const mark = listMark(context.deployment());
  const first = await listPage(context);
  if (first.kind === "not-started") {
    if (state.list.stage === "unknown") show(context, { ...state.list, stage: "not-started" });
    return;
  }
  show(context, withPage(state.list, first.ids));
  const isLarge = first.nextToken !== undefined || first.ids.length > BATCH_SIZE;
  const isFirstTime = state.listedAt === undefined;
  const hasFailedFirst = isFirstTime && isLarge && mayHideFailures(context.deployment());
  const [rest] = await Promise.all([
    listRest(context, first.nextToken),
    hasFailedFirst && loadFailed(context).catch(() => {}),
  ]);
  const listed = new Set([...first.ids, ...rest]);
  for (const id of state.list.ids) if (!listed.has(id)) state.missing.add(id);
  for (const id of listed) state.missing.delete(id);
  show(context, withAllListed(state.list, listed));
  state.listedAt = mark;
}

async function listRest(context: TargetsContext, firstToken: string | undefined): Promise<string[]> {
  const ids: string[] = [];
  let nextToken = firstToken;
  for (let pages = 1; nextToken !== undefined && pages < MAX_PAGES; pages++) {
    const page = await listPage(context, { nextToken });
    if (page.kind === "not-started") break;
    ids.push(...page.ids);
    show(context, withPage(context.state.list, page.ids));
    nextToken = page.nextToken;
  }
  return ids;
}

/** A help only: whatever keeps it from an answer will show up in the listing of all. */
async function loadFailed(context: TargetsContext): Promise<void> {
  const page = await listPage(context, { status: "Failed" });
  if (page.kind === "not-started") return;
  show(context, withPage(context.state.list, page.ids));
  await loadTargets(context, page.ids);
}

function listPage(
  { codeDeploy, ref, slots, signal }: TargetsContext,
  input: { nextToken?: string; status?: "Failed" } = {},
): Promise<TargetPage> {
  return slots(() => codeDeploy.listDeploymentTargets({ ...ref, ...input }, signal));
}

/**
 * Asks for the details of targets, 25 at a time, those on screen first, and shows each answer at once. Ends with
 * the first fault.
 */
async function loadTargets(context: TargetsContext, ids: readonly string[]): Promise<void> {
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
  const { codeDeploy, ref, slots, signal, state } = context;
  const wasFinished = isFinished(context.deployment()?.status);
  try {
    const targets = await slots(() =>
      codeDeploy.batchGetDeploymentTargets({ ...ref, targetIds: ids }, signal),
    );
    for (const target of targets) if (isSettled(target, wasFinished)) state.settled.add(target.id);
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

/** What outlives a refresh. */
export interface TargetsState {
  list: TargetList;
  /** What GetDeployment said when the ids were last listed to the end. */
  listedAt: ListMark | undefined;
  /** Targets that will not change any more. */
  settled: Set<string>;
  /** Listed, but left out of the answer. Asked again only after a listing that names them. */
  missing: Set<string>;
}

/** All that a refresh works with. */
export interface TargetsContext {
  codeDeploy: CodeDeploy;
  ref: DeploymentRef;
  signal: AbortSignal;
  slots: RequestSlots;
  state: TargetsState;
  /** The latest answer of GetDeployment; absent before the first. */
  deployment(): Deployment | undefined;
  /** The targets that somebody looks at, to be asked for before others. */
  onScreen(): readonly string[];
  /** Shows each change at once: a fleet takes many requests. */
  publish: (list: TargetList) => void;
}

/** Whether a target is to be asked for with the next refresh. */
function isOpen({ settled, missing }: TargetsState, id: string): boolean {
  return !settled.has(id) && !missing.has(id);
}

/** Takes a changed list over and publishes it; throws when the refresh was aborted meanwhile. */
function show({ state, publish, signal }: TargetsContext, list: TargetList): void {
  signal.throwIfAborted();
  if (list === state.list) return;
  state.list = list;
  publish(list);
}
