import type { TargetStatus } from "@aws-sdk/client-codedeploy";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { countOf, overview } from "../../codedeploy/deployment/overview.ts";
import type { FleetPace, Look } from "./fleet-pace.ts";
import { targetStatusFacts } from "../../codedeploy/targets/target-status.ts";
import { BATCH_SIZE } from "./target-plan.ts";
import type { TargetsState } from "./targets-state.ts";
import { isOpen } from "./targets-state.ts";

// A fleet with more open targets than one request has room for is read piece by piece. Each refresh sends one request: for
// what is on screen, filled up with those that need it most. Beyond that a round of refreshes (a minute, while things
// happen) has room for few more, as many as it takes to read each target in motion once.

/** How many refreshes make a round. */
const ROUND = 12;
/** How many requests a round has beyond one for each refresh, at least. */
const MIN_EXTRA = 4;
/** For so many targets that are known to have changed a round has room for one more. */
const BACKLOG = 2 * BATCH_SIZE;
/** How many refreshes lie between two looks at what is in progress. */
const LOOK_AFTER = 6;
/** After so many refreshes that did not take place, the fleet is read as a whole again, as at first. */
const AWAY_AFTER = 36;

/** How long a round takes (ms). */
export function roundMs(intervalMs: number): number {
  return ROUND * intervalMs;
}

/** Whether so much time has passed without a refresh that any target may have changed meanwhile. */
export function wasAway({ refreshedAtMs }: FleetPace, intervalMs: number, nowMs: number): boolean {
  const sinceMs = nowMs - refreshedAtMs;
  // Less than none: the clock has been set back.
  return sinceMs < 0 || sinceMs > AWAY_AFTER * intervalMs;
}

/** How many requests beyond the one of this refresh may be sent now. */
export function extraLeft(
  { extraAtMs, changed }: FleetPace,
  state: TargetsState,
  intervalMs: number,
  nowMs: number,
): number {
  const sent = extraAtMs.filter((atMs) => atMs <= nowMs && atMs > nowMs - roundMs(intervalMs)).length;
  const moving = state.list.ids.filter((id) => isInMotion(state, id)).length;
  const room = Math.max(MIN_EXTRA, Math.floor(moving / BATCH_SIZE), Math.floor(changed.size / BACKLOG));
  return room - sent;
}

/** Whether a target has begun and not ended, as far as is known. */
function isInMotion(state: TargetsState, id: string): boolean {
  return isOpen(state, id) && isMoving(statusOf(state, id));
}

/** What has ended as far as another tab says is asked for when the deployment has finished, as what is pending is. */
function isMoving(status: string | undefined): boolean {
  return status !== "Pending" && !targetStatusFacts(status).isFinal;
}

function statusOf({ list }: TargetsState, id: string): string | undefined {
  const entry = list.entries.get(id);
  return entry?.kind === "read" ? entry.target.status : undefined;
}

/** The open targets in the order in which to ask for them, and how many of them should not wait for another refresh. */
export function byNeed(
  state: TargetsState,
  { changed }: FleetPace,
  onScreen: readonly string[],
  staleBeforeMs: number,
): { ids: string[]; urgent: number } {
  const { list, readAtMs } = state;
  const open = list.ids.filter((id) => isOpen(state, id));
  const isListed = new Set(open);
  const read = open.filter((id) => list.entries.get(id)?.kind === "read");
  const oldestFirst = (ids: readonly string[]) =>
    ids.toSorted((one, other) => (readAtMs.get(one) ?? 0) - (readAtMs.get(other) ?? 0));
  const moving = oldestFirst(read.filter((id) => isMoving(statusOf(state, id))));
  const isRead = new Set(read);
  const urgent = new Set([
    ...[...onScreen, ...changed].filter((id) => isListed.has(id)),
    ...open.filter((id) => !isRead.has(id)),
    ...moving.filter((id) => (readAtMs.get(id) ?? 0) < staleBeforeMs),
  ]);
  return { ids: [...new Set([...urgent, ...moving, ...oldestFirst(read)])], urgent: urgent.size };
}

/**
 * Which targets to list to learn what has changed; `undefined` while AWS's counts agree with what is known. Failures
 * are looked for at once; what is in progress a few times a minute, since that is one page for most fleets. Targets that
 * have left Pending and are not in progress either are found among those that are Pending still.
 */
export function dueLook(
  state: TargetsState,
  pace: FleetPace,
  deployment: Deployment | undefined,
  intervalMs: number,
  nowMs: number,
): TargetStatus | undefined {
  const counted = overview(deployment ?? {});
  const known = tally(state);
  const failed = countOf(counted, "Failed") ?? 0;
  if (failed > (known.get("Failed") ?? 0) && failed !== pace.failuresLookedFor) return "Failed";
  if (pace.hasJumped) return "Pending";
  const sinceMs = nowMs - pace.lookedAtMs;
  const isDue = sinceMs < 0 || sinceMs >= LOOK_AFTER * intervalMs;
  const isKnown =
    counted.kind === "reported" &&
    counted.counts.every(({ state: name, count }) => count === (known.get(name) ?? 0));
  return isDue && !isKnown ? "InProgress" : undefined;
}

/** How many targets are known to have each status. */
function tally(state: TargetsState): Map<string | undefined, number> {
  const counts = new Map<string | undefined, number>();
  for (const id of state.list.ids) {
    const status = statusOf(state, id);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}

/** Notes that a look begins. */
export function beginLook(
  pace: FleetPace,
  status: TargetStatus,
  deployment: Deployment | undefined,
  nowMs: number,
): Look {
  if (status === "Failed") pace.failuresLookedFor = countOf(overview(deployment ?? {}), "Failed") ?? 0;
  if (status === "InProgress") pace.lookedAtMs = nowMs;
  pace.look = { status, nextToken: undefined, listed: new Set() };
  return pace.look;
}

/** Notes what a look has found, once it is complete. */
export function endLook(
  state: TargetsState,
  pace: FleetPace,
  { status, listed }: Look,
  deployment: Deployment | undefined,
): void {
  pace.look = undefined;
  const found = state.list.ids.filter(
    (id) => isOpen(state, id) && listed.has(id) !== (statusOf(state, id) === status),
  );
  pace.changed = new Set(status === "Failed" ? [...found, ...pace.changed] : [...pace.changed, ...found]);
  if (status === "Pending") pace.hasJumped = false;
  if (status !== "InProgress") return;
  const pending = state.list.ids.filter((id) => statusOf(state, id) === "Pending" && !pace.changed.has(id));
  pace.hasJumped = pending.length > (countOf(overview(deployment ?? {}), "Pending") ?? 0);
}
