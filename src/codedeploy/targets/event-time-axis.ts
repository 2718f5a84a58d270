import { formatDuration } from "../../format/duration.ts";
import { shortText } from "../../format/text.ts";
import type { Tone } from "../deployment/status.ts";
import type { LifecycleEvent } from "./lifecycle-event.ts";
import { targetStatusFacts } from "./target-status.ts";
import type { Target } from "./target.ts";

/** The stretch of time over which events are drawn, in epoch milliseconds. */
export interface TimeAxis {
  startMs: number;
  /** Later than `startMs`. */
  endMs: number;
  /** Where to draw lines: round distances from the start, at most eight. */
  ticks: { atMs: number; share: number }[];
}

/** Where an event's bar begins and ends, as shares of the axis from 0 to 1. */
export interface EventBar {
  from: number;
  to: number;
  isRunning: boolean;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const STEPS_MS = [1, 2, 5, 10, 15, 30]
  .flatMap((count) => [count * SECOND_MS, count * MINUTE_MS])
  .concat([1, 2, 4, 6, 12, 24, 48, 168].map((hours) => hours * 60 * MINUTE_MS))
  .toSorted((one, other) => one - other);
const MAX_TICKS = 8;

/**
 * The axis from the first beginning to the last end of any event, or to `nowMs` (epoch milliseconds) while one
 * is running. `undefined` where nothing has begun.
 *
 * @param untilMs an end (epoch milliseconds) that the axis reaches at least, where it has a beginning
 */
export function timeAxis(
  targets: readonly Target[],
  nowMs: number,
  untilMs: number = Number.NEGATIVE_INFINITY,
): TimeAxis | undefined {
  let startMs = Number.POSITIVE_INFINITY;
  let endMs = Number.NEGATIVE_INFINITY;
  for (const { events } of targets) {
    for (const event of events) {
      const stretch = stretchOf(eventTiming(event), nowMs);
      if (!stretch) continue;
      startMs = Math.min(startMs, stretch.fromMs);
      endMs = Math.max(endMs, stretch.toMs);
    }
  }
  if (!Number.isFinite(startMs)) return undefined;
  endMs = Math.max(endMs, untilMs, startMs + SECOND_MS);
  return { startMs, endMs, ticks: ticks(startMs, endMs) };
}

/** An event's bar on the axis; `undefined` for an event without a stretch of time. */
export function eventBar(timing: EventTiming, axis: TimeAxis, nowMs: number): EventBar | undefined {
  const stretch = stretchOf(timing, nowMs);
  if (!stretch) return undefined;
  return {
    from: shareOf(stretch.fromMs, axis),
    to: shareOf(stretch.toMs, axis),
    isRunning: timing.kind === "running",
  };
}

function stretchOf(timing: EventTiming, nowMs: number): { fromMs: number; toMs: number } | undefined {
  switch (timing.kind) {
    case "ran":
      return { fromMs: timing.startMs, toMs: timing.endMs };
    case "running":
      // The reader's clock may be behind AWS's.
      return { fromMs: timing.sinceMs, toMs: Math.max(timing.sinceMs, nowMs) };
    case "started":
    case "reversed":
      return { fromMs: timing.startMs, toMs: timing.startMs };
    case "ended":
      return { fromMs: timing.endMs, toMs: timing.endMs };
    case "none":
      return undefined;
  }
}

/** Where a moment lies on the axis, from 0 to 1; what lies outside of it, at its ends. */
export function shareOf(atMs: number, { startMs, endMs }: Pick<TimeAxis, "startMs" | "endMs">): number {
  return Math.min(1, Math.max(0, (atMs - startMs) / (endMs - startMs)));
}

function ticks(startMs: number, endMs: number): TimeAxis["ticks"] {
  const lengthMs = endMs - startMs;
  const stepMs = STEPS_MS.find((step) => lengthMs / step < MAX_TICKS) ?? lengthMs / (MAX_TICKS - 1);
  const count = Math.floor(lengthMs / stepMs) + 1;
  return Array.from({ length: count }, (_, index) => {
    const atMs = startMs + index * stepMs;
    return { atMs, share: shareOf(atMs, { startMs, endMs }) };
  });
}

/** When an event ran, as far as AWS tells. All in epoch milliseconds; no length is ever negative. */
export type EventTiming =
  | { kind: "ran"; startMs: number; endMs: number; lengthMs: number }
  | { kind: "running"; sinceMs: number }
  /** Over, and AWS sent the beginning only. */
  | { kind: "started"; startMs: number }
  /** AWS sent the end only. */
  | { kind: "ended"; endMs: number }
  /** AWS's two clocks disagree: the end lies before the beginning. */
  | { kind: "reversed"; startMs: number; endMs: number }
  /** No times, as for an event that was skipped or has not begun. */
  | { kind: "none" };

/** When an event ran; an event without an end counts as running unless its status is final. */
export function eventTiming({ startMs, endMs, status }: LifecycleEvent): EventTiming {
  if (startMs === undefined) return endMs === undefined ? { kind: "none" } : { kind: "ended", endMs };
  if (endMs === undefined) {
    return targetStatusFacts(status).isFinal
      ? { kind: "started", startMs }
      : { kind: "running", sinceMs: startMs };
  }
  if (endMs < startMs) return { kind: "reversed", startMs, endMs };
  return { kind: "ran", startMs, endMs, lengthMs: endMs - startMs };
}

/** What a cell or a bar shows of an event. */
export interface EventWords {
  /** The state in words: "failed". */
  word: string;
  tone: Tone;
  timing: EventTiming;
  /** How long it took; absent while it runs and where AWS sent no times. */
  length: string | undefined;
}

/** An event's state and length in words. */
export function eventWords(event: LifecycleEvent): EventWords {
  const { word, tone } = targetStatusFacts(event.status);
  const timing = eventTiming(event);
  const length = timing.kind === "ran" ? formatDuration(timing.lengthMs) : undefined;
  return { word: shortText(word, 40), tone, timing, length };
}

/** The whole of it for a screen reader: "Install: succeeded, 12s". */
export function eventSentence(name: string, { word, length }: EventWords): string {
  return `${name}: ${word}${length === undefined ? "" : `, ${length}`}`;
}
