import type { LifecycleEvent } from "./lifecycle-event.ts";
import { targetStatusFacts } from "./target-status.ts";

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
