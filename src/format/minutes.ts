import { formatCountOf } from "./counts.ts";

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
