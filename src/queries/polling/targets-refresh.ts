import { isBeforeStart, isFinished } from "../../codedeploy/deployment/status.ts";
import { AppError } from "../../errors/app-error.ts";
import { roundMs, wasAway } from "./fleet-plan.ts";
import { loadFleet, lookForChanges } from "./fleet-refresh.ts";
import { JITTER } from "./poll-interval.ts";
import { withAllListed, withErrors, withPage } from "./target-list-changes.ts";
import { BATCH_SIZE, listMark, mayHideFailures, mustList } from "./target-plan.ts";
import type { TargetsContext } from "./target-requests.ts";
import { listPage, loadTargets, show } from "./target-requests.ts";
import { isOpen } from "./targets-state.ts";

/** A fleet with more targets takes many pages to list: not again and again because its size changes. */
const OFTEN_LISTED = 100;

/**
 * Asks for what may have changed about targets, once the deployment is known to have started: the ids where
 * {@link mustList} says so, then details. All open targets are asked for where one request has room for them, at first,
 * after an absence, and when the deployment has finished, so that the final state of none is missed; a fleet is asked for
 * piece by piece otherwise. Faults of the two parts end up in the list, so that each takes away its own part only.
 *
 * @throws the signal's reason, when it aborts
 */
export async function refreshTargets(context: TargetsContext): Promise<void> {
  const { state, pace, signal, intervalMs } = context;
  if (isBeforeStart(context.deployment()?.status)) {
    if (state.list.stage === "unknown") show(context, { ...state.list, stage: "not-started" });
    return;
  }
  let listError = isListingDue(context) ? await errorOf(listAll(context), signal) : undefined;
  const open = state.list.ids.filter((id) => isOpen(state, id));
  const isWhole =
    open.length <= BATCH_SIZE ||
    isFinished(context.deployment()?.status) ||
    wasAway(pace, intervalMs, Date.now());
  if (!isWhole && !listError) listError = await errorOf(lookForChanges(context), signal);
  const isStopped = listError?.kind === "throttled";
  const load = () => (isWhole ? loadTargets(context, open) : loadFleet(context));
  const detailsError = isStopped ? state.list.detailsError : await errorOf(load(), signal);
  if (!isStopped && !(isWhole && detailsError)) pace.refreshedAtMs = Date.now();
  show(context, withErrors(state.list, { listError, detailsError }));
}

/**
 * Asks for the details of what is on screen here and was not asked for since the last refresh, whoever asks for all else. What
 * goes wrong with it is left to the tab that does.
 *
 * @throws the signal's reason, when it aborts
 */
export async function refreshScreen(context: TargetsContext): Promise<void> {
  const { state, signal, intervalMs } = context;
  const sinceMs = Date.now() - (1 - JITTER) * intervalMs;
  const stale = context
    .onScreen()
    .filter((id) => state.list.entries.has(id) && isOpen(state, id))
    .filter((id) => (state.readAtMs.get(id) ?? 0) < sinceMs);
  await errorOf(loadTargets(context, stale), signal);
}

/**
 * Whether to list the ids now. A large fleet of which AWS counts as many targets as are known is not listed again because
 * its status has changed, and not again and again while it grows.
 */
function isListingDue(context: TargetsContext): boolean {
  const { list, listedAt } = context.state;
  const deployment = context.deployment();
  if (!mustList(listedAt, list.ids.length === 0, deployment)) return false;
  if (!listedAt || list.ids.length <= OFTEN_LISTED) return true;
  const mark = listMark(deployment);
  if (mark.total === list.ids.length) {
    context.state.listedAt = mark;
    return false;
  }
  const sinceMs = Date.now() - context.pace.listedAtMs;
  return listedAt.status !== mark.status || sinceMs < 0 || sinceMs >= roundMs(context.intervalMs);
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
  const deployment = context.deployment();
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
  // Where the listing went out beside the first GetDeployment, that has mostly been answered by now.
  state.listedAt = listMark(deployment ?? context.deployment());
  context.pace.listedAtMs = Date.now();
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
