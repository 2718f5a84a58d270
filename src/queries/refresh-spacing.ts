const MIN_SPACING_MS = 3_000;

/** Whether it is too soon to ask again: "Refresh now" is for people; held down, it must not become a load on AWS. */
export function isTooSoon(endedAtMs: number | undefined, nowMs: number): boolean {
  if (endedAtMs === undefined) return false;
  const sinceMs = nowMs - endedAtMs;
  // Less than nothing: the clock has been set back.
  return sinceMs >= 0 && sinceMs < MIN_SPACING_MS;
}
