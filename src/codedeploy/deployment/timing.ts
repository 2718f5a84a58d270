import type { Deployment } from "./deployment.ts";
import { isFinished } from "./status.ts";

/** How long the deployment has taken, by the best moments that AWS reported. */
export type Span =
  | { kind: "total"; lengthMs: number; base: SpanBase }
  | { kind: "running"; sinceMs: number; base: SpanBase }
  | { kind: "unknown" };

/** The moment that a span counts from. */
type SpanBase = "start" | "creation";

/** The time between creation and start. */
export type QueueTime =
  | { kind: "over"; lengthMs: number }
  | { kind: "waiting"; sinceMs: number }
  | { kind: "unknown" };

/** What a reader would stumble over in the times that AWS sent. */
export type TimingOddity = "no-moment" | "start-after-end" | "start-before-creation" | "end-before-creation";

/**
 * The times of a deployment in epoch milliseconds, rounded down to the second as they are shown: a length is what lies between
 * the times that stand beside it. Absent ones and numbers that are no moment are `undefined`.
 */
export interface Timing {
  createdMs: number | undefined;
  startedMs: number | undefined;
  completedMs: number | undefined;
  span: Span;
  queue: QueueTime;
  oddities: TimingOddity[];
}

const SECOND_MS = 1_000;

/** How far a reported moment may lie ahead of the reader's clock before it is worth a word. */
const CLOCK_TOLERANCE_MS = 60_000;

/**
 * The deployment's times without the present one, so that a live view counts on by itself: elapsed is
 * `(completeTime or now) − (startTime or createTime)`. A start after the end, which AWS documents and its own
 * sample shows, counts from creation instead; no length is ever negative.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentInfo.html
 */
export function timing(deployment: Deployment): Timing {
  const createdMs = shownMoment(deployment.createTime);
  const startedMs = shownMoment(deployment.startTime);
  const completedMs = shownMoment(deployment.completeTime);
  const oddities = [
    ...(hasNoMoment(deployment) ? (["no-moment"] as const) : []),
    ...(isAfter(startedMs, completedMs) ? (["start-after-end"] as const) : []),
    ...(isAfter(createdMs, startedMs) ? (["start-before-creation"] as const) : []),
    ...(isAfter(createdMs, completedMs) ? (["end-before-creation"] as const) : []),
  ];
  const usableStartMs = isAfter(startedMs, completedMs) ? undefined : startedMs;
  return {
    createdMs,
    startedMs,
    completedMs,
    span: span(deployment.status, createdMs, usableStartMs, completedMs),
    queue: queueTime(deployment.status, createdMs, usableStartMs),
    oddities,
  };
}

/** Whether a moment lies so far ahead of `nowMs` that one of the two clocks must be wrong (both epoch milliseconds). */
export function isAhead(atMs: number | undefined, nowMs: number): boolean {
  return isAfter(atMs, nowMs + CLOCK_TOLERANCE_MS);
}

function span(
  status: string | undefined,
  createdMs: number | undefined,
  startedMs: number | undefined,
  completedMs: number | undefined,
): Span {
  const fromMs = startedMs ?? createdMs;
  if (fromMs === undefined) return { kind: "unknown" };
  const base = startedMs === undefined ? "creation" : "start";
  if (completedMs !== undefined) {
    const lengthMs = completedMs - fromMs;
    return lengthMs < 0 ? { kind: "unknown" } : { kind: "total", lengthMs, base };
  }
  return isFinished(status) ? { kind: "unknown" } : { kind: "running", sinceMs: fromMs, base };
}

function queueTime(
  status: string | undefined,
  createdMs: number | undefined,
  startedMs: number | undefined,
): QueueTime {
  if (createdMs === undefined) return { kind: "unknown" };
  if (startedMs !== undefined) {
    const lengthMs = startedMs - createdMs;
    return lengthMs < 0 ? { kind: "unknown" } : { kind: "over", lengthMs };
  }
  // One that is Created is not in a queue.
  return status === "Queued" ? { kind: "waiting", sinceMs: createdMs } : { kind: "unknown" };
}

function shownMoment(atMs: number | null | undefined): number | undefined {
  const exactMs = moment(atMs);
  return exactMs === undefined ? undefined : Math.floor(exactMs / SECOND_MS) * SECOND_MS;
}

function hasNoMoment({ createTime, startTime, completeTime }: Deployment): boolean {
  return [createTime, startTime, completeTime].some(
    (atMs) => typeof atMs === "number" && moment(atMs) === undefined,
  );
}

function isAfter(laterMs: number | undefined, earlierMs: number | undefined): boolean {
  return laterMs !== undefined && earlierMs !== undefined && laterMs > earlierMs;
}

/** The year in which CodeDeploy was first shown, and one that nobody deploys in yet. */
const FIRST_MS = Date.UTC(2014, 0);
const LAST_MS = Date.UTC(2100, 0);

/**
 * The number if it can be the time of a deployment (epoch milliseconds); `undefined` for any other, such as 0 for an unknown
 * time, or seconds that were taken for milliseconds.
 */
export function moment(atMs: number | null | undefined): number | undefined {
  return typeof atMs === "number" && atMs >= FIRST_MS && atMs < LAST_MS ? atMs : undefined;
}
