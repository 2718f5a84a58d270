import { beginLook, byNeed, dueLook, endLook, extraLeft, roundMs } from "./fleet-plan.ts";
import { withPage } from "./target-list-changes.ts";
import { BATCH_SIZE } from "./target-plan.ts";
import type { TargetsContext } from "./target-requests.ts";
import { listPage, loadTargets, show } from "./target-requests.ts";

/**
 * Lists targets by status where AWS's counts say that something has changed which is not known yet, as far as the round has
 * room for it. A look that is not at its end by then goes on with the next refresh.
 *
 * @throws what a request is refused with; the look is given up then
 */
export async function lookForChanges(context: TargetsContext): Promise<void> {
  const { state, pace, intervalMs } = context;
  for (let nowMs = Date.now(); extraLeft(pace, state, intervalMs, nowMs) > 0; nowMs = Date.now()) {
    const deployment = context.deployment();
    const status = pace.look?.status ?? dueLook(state, pace, deployment, intervalMs, nowMs);
    if (status === undefined) return;
    const look = pace.look ?? beginLook(pace, status, deployment, nowMs);
    const { nextToken, listed } = look;
    pace.look = undefined;
    pace.extraAtMs.push(nowMs);
    const page = await listPage(context, { status, ...(nextToken !== undefined && { nextToken }) });
    if (page.kind === "not-started") return;
    const before = listed.size;
    for (const id of page.ids) listed.add(id);
    show(context, withPage(state.list, page.ids));
    // A token that leads to nothing new must not become a loop.
    if (page.nextToken === undefined || listed.size === before) endLook(state, pace, look, deployment);
    else pace.look = { ...look, nextToken: page.nextToken };
  }
}

/** Asks for the details of those targets of a fleet that need it most. */
export async function loadFleet(context: TargetsContext): Promise<void> {
  const { state, pace, intervalMs } = context;
  const nowMs = Date.now();
  const sinceMs = nowMs - roundMs(intervalMs);
  pace.extraAtMs = pace.extraAtMs.filter((atMs) => atMs > sinceMs && atMs <= nowMs);
  const { ids, urgent } = byNeed(state, pace, context.onScreen(), sinceMs);
  const most = 1 + Math.max(0, extraLeft(pace, state, intervalMs, nowMs));
  const batches = Math.min(most, Math.max(1, Math.ceil(urgent / BATCH_SIZE)));
  for (let extra = 1; extra < batches; extra++) pace.extraAtMs.push(nowMs);
  await loadTargets(context, ids.slice(0, batches * BATCH_SIZE));
}
