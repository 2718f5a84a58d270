import { formatCountOf } from "./counts.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * A duration in at most two units, rounded down: `9s`, `4m 12s`, `2h 5m`, `3d 4h`; under a second `0.4s`, to
 * tell it from nothing. A negative or non-finite length has no text and gives `undefined`.
 */
export function formatDuration(lengthMs: number): string | undefined {
  if (!Number.isFinite(lengthMs) || lengthMs < 0) return undefined;
  if (lengthMs > 0 && lengthMs < SECOND_MS) return `${Math.max(1, Math.floor(lengthMs / 100)) / 10}s`;
  if (lengthMs < MINUTE_MS) return `${Math.floor(lengthMs / SECOND_MS)}s`;
  if (lengthMs < HOUR_MS) return twoUnits(lengthMs, MINUTE_MS, "m", SECOND_MS, "s");
  if (lengthMs < DAY_MS) return twoUnits(lengthMs, HOUR_MS, "h", MINUTE_MS, "m");
  return twoUnits(lengthMs, DAY_MS, "d", HOUR_MS, "h");
}

/**
 * A length in whole minutes, as AWS's settings give it, in words: `1 minute`, `90 minutes`, `2 hours`, `2 days`.
 * A number that is no length is shown as it is, and as `an unknown time` where it is not even a number.
 */
export function formatMinutes(minutes: number): string {
  if (!Number.isFinite(minutes)) return "an unknown time";
  if (minutes > 0 && minutes % 1_440 === 0) return formatCountOf(minutes / 1_440, "day");
  if (minutes > 0 && minutes % 60 === 0) return formatCountOf(minutes / 60, "hour");
  return formatCountOf(minutes, "minute");
}

function twoUnits(lengthMs: number, bigMs: number, big: string, smallMs: number, small: string): string {
  const bigs = Math.floor(lengthMs / bigMs);
  const smalls = Math.floor((lengthMs % bigMs) / smallMs);
  return smalls === 0 ? `${bigs}${big}` : `${bigs}${big} ${smalls}${small}`;
}
