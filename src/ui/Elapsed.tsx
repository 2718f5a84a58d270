import { formatDuration } from "../format/duration.ts";
import { useNow } from "./use-now.ts";

/** The time since a moment (epoch milliseconds), counting live; never negative, whatever the two clocks say. */
export function Elapsed({ sinceMs }: { sinceMs: number }) {
  return <Duration lengthMs={Math.max(0, useNow() - sinceMs)} />;
}

/** The time until a moment (epoch milliseconds), counting down to zero and staying there. */
export function Countdown({ untilMs }: { untilMs: number }) {
  return <Duration lengthMs={Math.max(0, untilMs - useNow())} />;
}

/** A fixed length. */
export function Duration({ lengthMs }: { lengthMs: number }) {
  return <span className="tabular-nums">{formatDuration(lengthMs) ?? "not known"}</span>;
}
