import type { Deployment } from "../deployment/deployment.ts";
import { moment } from "../deployment/timing.ts";
import { targetStatusFacts } from "../targets/target-status.ts";
import type { Target } from "../targets/target.ts";
import { targetWaiting } from "./target-waiting.ts";

/** Time that a deployment spent waiting for somebody, or because its settings say so, rather than working. */
export interface WaitedTime {
  /** For the traffic to be rerouted, or for the original to be terminated. */
  kind: "reroute" | "termination";
  sinceMs: number;
  /** When the wait was over (epoch milliseconds); absent while it lasts. */
  untilMs: number | undefined;
}

/** Between two lifecycle events pass some seconds anyway. */
const WORTH_A_WORD_MS = 30_000;
const TRAFFIC_EVENT = /^(Before)?(Allow|Block)Traffic$/;

/**
 * The waits of a blue/green deployment, by the events of its targets: the gap before the first event of the rerouting, where the
 * settings leave it to somebody or to a time, and what comes after the last event, where the original is kept for a while.
 * A wait whose beginning no event tells is left out.
 */
export function waitedTimes(deployment: Deployment, targets: readonly Target[]): WaitedTime[] {
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
  }
  if (now?.kind === "termination") {
    waits.push({ kind: "termination", sinceMs: lastEndMs, untilMs: undefined });
  } else if (deployment.status === "Succeeded" && hasTerminationWait(deployment)) {
    const untilMs = moment(deployment.completeTime);
    const isAllDone = targets.every(({ status }) => targetStatusFacts(status).isFinal);
    if (untilMs !== undefined && isAllDone) waits.push({ kind: "termination", sinceMs: lastEndMs, untilMs });
  }
  return waits.filter(
    ({ sinceMs, untilMs }) => untilMs === undefined || untilMs - sinceMs >= WORTH_A_WORD_MS,
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

/** How long the waits have lasted, in milliseconds, those that last until `nowMs`. */
export function waitedMs(waits: readonly WaitedTime[], nowMs: number): number {
  return waits.reduce((sum, { sinceMs, untilMs }) => sum + Math.max(0, (untilMs ?? nowMs) - sinceMs), 0);
}

/** What the waits were for, in words: "for the traffic to be rerouted". */
export function waitedForWords(waits: readonly WaitedTime[]): string {
  const kinds = new Set(waits.map(({ kind }) => kind));
  if (kinds.size > 1) return "waiting";
  return kinds.has("reroute") ? "waiting to be rerouted" : "waiting to terminate the original";
}
