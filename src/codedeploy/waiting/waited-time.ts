import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import { moment } from "../deployment/timing.ts";
import { targetStatusFacts } from "../targets/target-status.ts";
import { keyedEvents } from "../targets/event-columns.ts";
import type { Target } from "../targets/target.ts";
import type { TrafficStep } from "../traffic/traffic-plan.ts";
import { targetWaiting } from "./target-waiting.ts";

/** Time that a deployment spent waiting for somebody, or because its settings say so, rather than working. */
export interface WaitedTime {
  /** For the traffic to be rerouted, between its planned shifts, or for the original to be terminated. */
  kind: "reroute" | "shifts" | "termination";
  sinceMs: number;
  /** When the wait was over, or will be by its plan (epoch milliseconds); absent while it lasts and nobody knows how long. */
  untilMs: number | undefined;
}

/** Between two lifecycle events pass some seconds anyway. */
const WORTH_A_WORD_MS = 30_000;
const AFTER_TRAFFIC = /^After(Allow|Block)Traffic$/;
const TRAFFIC_EVENT = /^(Before)?(Allow|Block)Traffic$/;

/**
 * The waits of a blue/green deployment, by the events of its targets: the gap before the first event of the rerouting, where the
 * settings leave it to somebody or to a time; the planned shifts of the traffic from the first to the last; and what comes after
 * the last event, where the original is kept for a while. A wait whose beginning no event tells is left out.
 *
 * @param plan the shifts that the deployment's configuration plans, where it is known
 */
export function waitedTimes(
  deployment: Deployment,
  targets: readonly Target[],
  plan?: readonly TrafficStep[],
): WaitedTime[] {
  const shifts = shiftsWait(deployment, targets, plan);
  const waits = keepsOriginal(deployment) ? aroundShifts(deployment, targets) : [];
  return [...waits, ...(shifts ? [shifts] : [])]
    .filter(({ sinceMs, untilMs }) => untilMs === undefined || untilMs - sinceMs >= WORTH_A_WORD_MS)
    .toSorted((one, other) => one.sinceMs - other.sinceMs);
}

/** Settings for blue/green mean nothing to a deployment in place, and an alias has no original to keep. */
function keepsOriginal(deployment: Deployment): boolean {
  const isInPlace = deployment.deploymentStyle?.deploymentType === "IN_PLACE";
  return platformFacts(deployment).platform !== "Lambda" && !isInPlace;
}

/**
 * From the first shift of the traffic to the last, which CodeDeploy takes in an instant each. Of several targets the time in which
 * all of them wait.
 */
function shiftsWait(
  deployment: Deployment,
  targets: readonly Target[],
  plan: readonly TrafficStep[] | undefined,
): WaitedTime | undefined {
  const lengthMs = plan?.at(-1)?.afterMs ?? 0;
  if (lengthMs === 0) return undefined;
  const shifts = targets.map((target) => keyedEvents(target).get("AllowTraffic"));
  const starts = shifts.flatMap((shift) => shift?.startMs ?? []);
  if (starts.length === 0 || starts.length < targets.length) return undefined;
  const sinceMs = greatest(starts);
  const dueMs = Math.min(...starts) + lengthMs;
  const ends = shifts.flatMap((shift) => shift?.endMs ?? []);
  const untilMs = Math.min(dueMs, ...ends, moment(deployment.completeTime) ?? dueMs);
  if (untilMs <= sinceMs) return undefined;
  return { kind: "shifts", sinceMs, untilMs };
}

function aroundShifts(deployment: Deployment, targets: readonly Target[]): WaitedTime[] {
  const settings = deployment.blueGreenDeploymentConfiguration;
  const now = targetWaiting(deployment, targets);
  const ends = targets.flatMap(({ events }) => events.flatMap(({ endMs }) => endMs ?? []));
  if (ends.length === 0) return [];
  const lastEndMs = greatest(ends);
  if (now?.kind === "reroute") return [{ kind: "reroute", sinceMs: lastEndMs, untilMs: undefined }];
  const waits: WaitedTime[] = [];
  const option = settings?.deploymentReadyOption;
  if (option?.actionOnTimeout === "STOP_DEPLOYMENT") {
    const rerouteMs = firstReroutingMs(targets);
    const before = rerouteMs === undefined ? [] : ends.filter((endMs) => endMs <= rerouteMs);
    if (rerouteMs !== undefined && before.length > 0) {
      waits.push({ kind: "reroute", sinceMs: greatest(before), untilMs: rerouteMs });
    }
    const endMs = moment(deployment.completeTime);
    if (endMs !== undefined && endMs > lastEndMs && isLeftUnrerouted(deployment, targets)) {
      waits.push({ kind: "reroute", sinceMs: lastEndMs, untilMs: endMs });
    }
  }
  if (now?.kind === "termination") {
    waits.push({ kind: "termination", sinceMs: lastEndMs, untilMs: undefined });
  } else if (deployment.status === "Succeeded" && hasTerminationWait(deployment)) {
    const untilMs = moment(deployment.completeTime);
    const isAllDone = targets.every(({ status }) => targetStatusFacts(status).isFinal);
    if (untilMs !== undefined && isAllDone) waits.push({ kind: "termination", sinceMs: lastEndMs, untilMs });
  }
  return waits;
}

/** It was stopped with all done that comes before the rerouting, and nothing of the rerouting begun. */
function isLeftUnrerouted({ status }: Deployment, targets: readonly Target[]): boolean {
  const events = targets.flatMap((target) => target.events);
  const [rerouting, others] = [true, false].map((isOf) =>
    events.filter(({ name }) => TRAFFIC_EVENT.test(name) === isOf && !AFTER_TRAFFIC.test(name)),
  );
  return (
    status === "Stopped" &&
    rerouting?.some((event) => event.status === "Skipped") === true &&
    rerouting.every((event) => event.status === "Skipped") &&
    others?.every((event) => event.status === "Succeeded") === true
  );
}

function hasTerminationWait({ blueGreenDeploymentConfiguration }: Deployment): boolean {
  const option = blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
  return option?.action === "TERMINATE" && (option.terminationWaitTimeInMinutes ?? 0) > 0;
}

function firstReroutingMs(targets: readonly Target[]): number | undefined {
  const starts = targets.flatMap(({ events }) =>
    events.flatMap(({ name, startMs }) => (TRAFFIC_EVENT.test(name) ? (startMs ?? []) : [])),
  );
  return starts.length === 0 ? undefined : starts.reduce((one, other) => Math.min(one, other));
}

function greatest(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other));
}

/** When a wait was over, or how far it has come at `nowMs`: its planned end may lie ahead. Epoch milliseconds. */
export function waitEndMs({ untilMs }: WaitedTime, nowMs: number): number {
  return Math.min(untilMs ?? nowMs, nowMs);
}

/** How long the waits have lasted until `nowMs`, in milliseconds. */
export function waitedMs(waits: readonly WaitedTime[], nowMs: number): number {
  return waits.reduce((sum, wait) => sum + Math.max(0, waitEndMs(wait, nowMs) - wait.sinceMs), 0);
}

const WORDS: Readonly<Record<WaitedTime["kind"], string>> = {
  reroute: "waiting to be rerouted",
  shifts: "waiting between shifts",
  termination: "waiting to terminate the original",
};

/** What the waits are for, in words: "waiting to be rerouted". */
export function waitedForWords(waits: readonly WaitedTime[]): string {
  const [first, ...others] = new Set(waits.map(({ kind }) => kind));
  return first === undefined || others.length > 0 ? "waiting" : WORDS[first];
}
