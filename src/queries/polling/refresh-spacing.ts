import type { PollRecord } from "./poll-record.ts";

const MIN_SPACING_MS = 3_000;

/**
 * Whether it is too soon to ask again: "Refresh now" is for people; held down, it must not become a load on AWS. A poll that
 * asked nothing, because another tab asks, does not count.
 */
export function isTooSoon({ failures, endedAtMs, answeredAtMs }: PollRecord, nowMs: number): boolean {
  const lastMs = failures > 0 ? endedAtMs : answeredAtMs;
  if (lastMs === undefined) return false;
  const sinceMs = nowMs - lastMs;
  // Less than nothing: the clock has been set back.
  return sinceMs >= 0 && sinceMs < MIN_SPACING_MS;
}
