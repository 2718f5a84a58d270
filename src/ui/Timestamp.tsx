import { formatClock, formatDateTime, isoDateTime } from "../format/date-time.ts";
import { formatRelative } from "../format/relative-time.ts";
import { useTimeZone } from "./time-zone.ts";
import { useNow } from "./use-now.ts";

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
