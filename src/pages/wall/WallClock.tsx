import { formatTimeOfDay } from "../../format/date-time.ts";
import { useTimeZone } from "../../ui/time-zone.ts";
import { useNow } from "../../ui/use-now.ts";

/** The time of day: a wall whose clock stands still has died. */
export function WallClock() {
  const nowMs = useNow();
  const zone = useTimeZone();
  return (
    <p className="text-2xl font-semibold whitespace-nowrap xl:text-4xl tabular-nums">
      {formatTimeOfDay(nowMs, zone, "zoned")}
    </p>
  );
}
