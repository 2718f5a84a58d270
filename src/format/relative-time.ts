import { isMoment } from "./date-time.ts";
import { formatDuration } from "./duration.ts";

const JUST_NOW_MS = 1_500;
const YEAR_MS = 365.25 * 86_400_000;

/** How far a moment is from now: `just now`, `4m ago`, `in 30s`, `2y ago`; `undefined` for a number that is no moment. */
export function formatRelative(atMs: number, nowMs: number): string | undefined {
  if (!isMoment(atMs)) return undefined;
  const agoMs = nowMs - atMs;
  if (Math.abs(agoMs) < JUST_NOW_MS) return "just now";
  const length = coarse(Math.abs(agoMs));
  return agoMs > 0 ? `${length} ago` : `in ${length}`;
}

/** One unit is enough to say how long ago. */
function coarse(lengthMs: number): string {
  if (lengthMs >= YEAR_MS) return `${Math.floor(lengthMs / YEAR_MS)}y`;
  return formatDuration(lengthMs)?.split(" ")[0] ?? "";
}
