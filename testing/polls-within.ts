import {
  ACTIVE_MS,
  QUIET_AFTER_MS,
  QUIET_MS,
  STILL_AFTER_MS,
  STILL_MS,
} from "../src/queries/polling/poll-interval.ts";

const HOUR_MS = 60 * 60_000;

/** How many requests so many hours of watching cost while nothing changes, at least one, on average. */
export function pollsWithin(hours: number): number {
  return (
    QUIET_AFTER_MS / ACTIVE_MS +
    (STILL_AFTER_MS - QUIET_AFTER_MS) / QUIET_MS +
    (hours * HOUR_MS - STILL_AFTER_MS) / STILL_MS
  );
}
