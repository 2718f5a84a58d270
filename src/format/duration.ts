const TENTH_MS = 100;
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const UNITS = { d: DAY_MS, h: HOUR_MS, m: MINUTE_MS, s: SECOND_MS };

/**
 * A duration in at most two units, rounded down: `9s`, `4m 12s`, `2h 5m`, `3d 4h`; under a second `0.4s`, to
 * tell it from nothing. A negative or non-finite length has no text and gives `undefined`.
 */
export function formatDuration(lengthMs: number): string | undefined {
  if (!Number.isFinite(lengthMs) || lengthMs < 0) return undefined;
  let restMs = shownMs(lengthMs);
  if (restMs < SECOND_MS) return `${restMs / SECOND_MS}s`;
  const parts = Object.entries(UNITS).flatMap(([unit, unitMs]) => {
    const count = Math.floor(restMs / unitMs);
    restMs -= count * unitMs;
    return count > 0 ? [`${count}${unit}`] : [];
  });
  return parts.join(" ");
}

/**
 * How much longer one duration is than another, as both are shown, in milliseconds: `1m 7s` is 15 s more than `52s`, though exactly it
 * may be 14.2 s. Negative where it is shorter.
 */
export function shownDifferenceMs(longerMs: number, shorterMs: number): number {
  return shownMs(longerMs) - shownMs(shorterMs);
}

/** What is left of a length once it is shown. More than nothing is at least a tenth of a second. */
function shownMs(lengthMs: number): number {
  if (lengthMs > 0 && lengthMs < TENTH_MS) return TENTH_MS;
  const stepMs = shownStepMs(lengthMs);
  return Math.floor(lengthMs / stepMs) * stepMs;
}

/** The smallest unit that is shown of a length. */
function shownStepMs(lengthMs: number): number {
  if (lengthMs < SECOND_MS) return TENTH_MS;
  if (lengthMs < HOUR_MS) return SECOND_MS;
  return lengthMs < DAY_MS ? MINUTE_MS : HOUR_MS;
}
