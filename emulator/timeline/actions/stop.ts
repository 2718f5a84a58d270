import { hours, seconds } from "../duration.ts";
import { rolledBackBy, STOPPED_BY_HAND } from "../facts.ts";
import { play } from "../play.ts";
import { rollbackPlay } from "./rollback.ts";
import type { Phase, Play, Setting, Snapshot } from "../scenario.ts";
import type { Step } from "../steps.ts";
import { isRunning, startOf } from "../steps.ts";

/** A stop as somebody asked for it; times count from the deployment's creation. */
interface Stop {
  readonly atMs: number;
  /** Whether what was updated is to be rolled back. */
  readonly rollsBack: boolean;
}

/** The longest that a lifecycle event runs, hook or not. */
const LONGEST_EVENT_MS = hours(1);
/** What CodeDeploy takes to end an event that it runs itself. */
const ENDING_MS = seconds(2);
const ROLLBACK_BEGINS_AFTER_MS = 1_200;
/** How long after the status the rollback's id is told. On ECS the rollback is over by then. */
const ROLLBACK_KNOWN_AFTER_MS = { Server: seconds(4), Lambda: seconds(4), ECS: seconds(20) };

/**
 * What a stop makes of a deployment. No event begins any more; what runs ends, on an instance in its own time, since nobody takes the
 * script from the agent. Then the status is Stopped, and some seconds later the rollback's id is told, if there is one.
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-stop.html
 */
export function stopPlay(made: Play, { atMs, rollsBack }: Stop, setting: Setting): Play {
  const before = play(made).at(atMs, setting);
  const isEcs = made.computePlatform === "ECS";
  const isOfInstances = made.computePlatform === "Server";
  const endOfRunning = ({ startMs, endMs }: Step) =>
    isOfInstances ? Math.min(endMs, startMs + LONGEST_EVENT_MS) : atMs + ENDING_MS;
  const stoppedMs = Math.max(atMs, ...runningSteps(made, before, atMs).map(endOfRunning));
  const rollback =
    rollsBack && canRollBack(made, before, atMs) ? rollbackPlay(made, before, setting) : undefined;
  const rollbackMs = stoppedMs + ROLLBACK_BEGINS_AFTER_MS;
  const stop = {
    atMs,
    endOf: endOfRunning,
    ...(rollback && { trafficBackAtMs: isEcs ? stoppedMs : rollbackMs + shiftOf(rollback) }),
  };
  const knownMs = stoppedMs + ROLLBACK_KNOWN_AFTER_MS[made.computePlatform];
  const hasTargets = hasBegun(before);
  const phases: Phase[] = [{ fromMs: stoppedMs, status: "Stopped", hasTargets, facts: STOPPED_BY_HAND }];
  if (rollback) phases.push({ fromMs: knownMs, status: "Stopped", hasTargets, facts: rolledBackBy });
  const [first, ...others] = made.phases;
  const { continued: _, ...rest } = made;
  return {
    ...rest,
    lengthMs: rollback ? knownMs : stoppedMs,
    phases: [first, ...others.filter(({ fromMs }) => fromMs <= atMs), ...phases],
    targets: made.targets.map((target) => target.stopped?.(stop) ?? target),
    moments: {
      ...until(atMs, made.moments ?? {}),
      stopped: stoppedMs,
      ...(rollback && { rollbackKnown: knownMs }),
    },
    partners: {
      ...Object.fromEntries(
        Object.entries(made.partners ?? {}).filter(([, { startsAtMs }]) => startsAtMs <= atMs),
      ),
      ...(rollback && { rollback: { scenario: play(rollback), startsAtMs: rollbackMs } }),
    },
  };
}

/** The events that run at a moment: while there are any, a stop is pending. */
export function runningSteps({ targets }: Play, now: Snapshot, atMs: number): Step[] {
  if (!hasBegun(now)) return [];
  return targets.flatMap(({ steps = [] }) => steps.filter((step) => isRunning(step, atMs)));
}

/**
 * Is there something to take back, and a revision to take it back to? Of ECS that is so once there is a replacement task set. The
 * rollback of a rollback would deploy the same revision once more.
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html
 */
function canRollBack({ computePlatform, targets }: Play, now: Snapshot, atMs: number): boolean {
  const { previousRevision, creator } = now.info;
  if (!previousRevision || creator === "codeDeployRollback" || !hasBegun(now)) return false;
  return targets.some(({ steps = [] }) =>
    steps.some(
      ({ event, outcome, startMs }) =>
        outcome !== "Skipped" && startMs <= atMs && (computePlatform !== "ECS" || event === "Install"),
    ),
  );
}

function hasBegun({ info: { status }, targets }: Snapshot): boolean {
  return status !== "Created" && status !== "Queued" && targets.length > 0;
}

function until(atMs: number, moments: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(moments).filter(([, ms]) => ms <= atMs));
}

/** When a rollback has moved the traffic of its one target. */
function shiftOf({ targets }: Play): number {
  return startOf(targets[0]?.steps ?? [], "AllowTraffic");
}
