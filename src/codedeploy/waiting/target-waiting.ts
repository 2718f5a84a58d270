import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import { moment } from "../deployment/timing.ts";
import type { Target } from "../targets/target.ts";
import { movedPercent } from "../traffic/traffic-moved.ts";
import type { EventWait, WaitClock } from "./event-wait.ts";
import { clockFrom, eventWait } from "./event-wait.ts";
import type { Reroute } from "./waiting.ts";
import { waiting } from "./waiting.ts";

const MINUTE_MS = 60_000;

/** What a deployment waits for, as far as only its targets tell. Without a `clock` the beginning is not known. */
export type TargetWait = (
  | { kind: "start" | "turn"; clock: WaitClock | undefined }
  /** All is done; the original instances or task set are kept until the termination wait is over. */
  | { kind: "termination"; clock: WaitClock | undefined }
  /** For somebody, or the time set for it, to reroute the traffic. */
  | { kind: "reroute"; clock: WaitClock | undefined; reroute: Reroute }
  /** The targets wait within their lifecycle: the longest waiting one stands for all. */
  | (EventWait & { targetIds: string[] })
) & {
  /** The share of the traffic that the replacement gets, where the targets tell. */
  movedPercent?: number;
};

/**
 * What the deployment waits for, joined from GetDeployment and its targets; `undefined` where the targets tell
 * nothing more. Each limit is the one that AWS documents, counted from the moment that AWS reported: for the
 * waits of the whole deployment that is the last end of an event.
 *
 * @see https://github.com/aws/containers-roadmap/issues/269 for the termination wait of ECS, which sets no flag
 */
export function targetWaiting(deployment: Deployment, targets: readonly Target[]): TargetWait | undefined {
  const found = waitOf(deployment, targets);
  const percent = movedPercent(targets);
  return found && percent !== undefined ? { ...found, movedPercent: percent } : found;
}

function waitOf(deployment: Deployment, targets: readonly Target[]): TargetWait | undefined {
  const wait = waiting(deployment);
  if (wait.kind === "start" || wait.kind === "turn") {
    return { kind: wait.kind, clock: clockFrom(moment(deployment.createTime), undefined) };
  }
  if (wait.kind === "reroute") {
    return { kind: "reroute", clock: clockFrom(lastEndMs(targets), rerouteMs(wait)), reroute: wait };
  }
  if (wait.kind === "termination" || isTerminationWait(deployment, targets)) {
    return { kind: "termination", clock: clockFrom(lastEndMs(targets), terminationMs(deployment)) };
  }
  return deployment.status === "InProgress" ? longestWait(targets) : undefined;
}

/** Every target has succeeded and the deployment goes on: nothing but the original task set is left to deal with. */
function isTerminationWait(deployment: Deployment, targets: readonly Target[]): boolean {
  const option = deployment.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
  return (
    deployment.status === "InProgress" &&
    platformFacts(deployment).platform === "ECS" &&
    option?.action !== "KEEP_ALIVE" &&
    targets.length > 0 &&
    targets.every(({ status }) => status === "Succeeded")
  );
}

function terminationMs({ blueGreenDeploymentConfiguration }: Deployment): number | undefined {
  const option = blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
  return minutesMs(option?.terminationWaitTimeInMinutes);
}

/**
 * A wait in the settings holds only where the deployment stops after it; AWS's own maximum holds for all but those that go
 * on by themselves.
 */
function rerouteMs({ outcome, waitMinutes, maxHours }: Reroute): number | undefined {
  if (outcome === "continue") return undefined;
  return minutesMs(waitMinutes) ?? minutesMs(maxHours === undefined ? undefined : maxHours * 60);
}

function longestWait(targets: readonly Target[]): TargetWait | undefined {
  const waits = targets.flatMap((target) => {
    const wait = eventWait(target);
    return wait ? [{ id: target.id, wait }] : [];
  });
  // What has a limit goes before what has none: it may run out.
  const sinceMs = ({ wait: { clock } }: (typeof waits)[number]) =>
    clock?.untilMs === undefined ? Number.POSITIVE_INFINITY : clock.sinceMs;
  const [longest] = waits.toSorted((one, other) => Math.sign(sinceMs(one) - sinceMs(other)) || 0);
  if (!longest) return undefined;
  const { kind, event } = longest.wait;
  const alike = waits.filter(({ wait }) => wait.kind === kind && wait.event === event);
  return { ...longest.wait, targetIds: alike.map(({ id }) => id) };
}

function lastEndMs(targets: readonly Target[]): number | undefined {
  const ends = targets.flatMap(({ events }) => events.flatMap(({ endMs }) => endMs ?? []));
  return ends.length === 0 ? undefined : ends.reduce((one, other) => Math.max(one, other));
}

function minutesMs(minutes: number | undefined): number | undefined {
  if (minutes === undefined || !Number.isSafeInteger(minutes) || minutes < 0) return undefined;
  return minutes * MINUTE_MS;
}
