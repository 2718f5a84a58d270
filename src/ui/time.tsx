import { formatClock, formatDateTime, isoDateTime } from "../format/date-time.ts";
import { formatDuration } from "../format/duration.ts";
import { formatRelative } from "../format/relative-time.ts";
import { useNow, useTimeZone } from "./clock.ts";

/** A moment (epoch milliseconds), absolute and relative together; the full date is its tooltip. */
export function Timestamp({ atMs }: { atMs: number }) {
  const zone = useTimeZone();
  const nowMs = useNow();
  const relative = formatRelative(atMs, nowMs);
  return (
    <time dateTime={isoDateTime(atMs)} title={formatDateTime(atMs, zone)} className="tabular-nums">
      {formatClock(atMs, nowMs, zone)}
      {relative !== undefined && <span className="text-muted"> ({relative})</span>}
    </time>
  );
}

/** The time since a moment (epoch milliseconds), counting live; never negative, whatever the two clocks say. */
export function Elapsed({ sinceMs }: { sinceMs: number }) {
  return <Duration lengthMs={Math.max(0, useNow() - sinceMs)} />;
}

/**
 * The time until a moment (epoch milliseconds), counting down to zero and staying there. Rounded up to the second: with the time since a
 * moment, which is rounded down, it makes the whole.
 */
export function Countdown({ untilMs }: { untilMs: number }) {
  return <Duration lengthMs={Math.max(0, Math.ceil((untilMs - useNow()) / 1_000)) * 1_000} />;
}

/** A fixed length. */
export function Duration({ lengthMs }: { lengthMs: number }) {
  return <span className="tabular-nums">{formatDuration(lengthMs) ?? "not known"}</span>;
}
