export type TimeZone = "local" | "utc";

/** The farthest moment from 1970 that a `Date` can hold, in milliseconds. */
const MAX_MS = 8.64e15;
const DAY_MS = 86_400_000;

/** Whether a number can be shown as a moment. */
export function isMoment(atMs: number): boolean {
  return Number.isFinite(atMs) && Math.abs(atMs) <= MAX_MS;
}

/**
 * A moment with its date and zone, for example `22 Nov 2026, 14:02:10 UTC`. `atMs` is epoch milliseconds;
 * a number too large for a date is shown as it is.
 */
export function formatDateTime(atMs: number, zone: TimeZone, locale?: string): string {
  if (!isMoment(atMs)) return noMoment(atMs);
  return formatter(zone, locale, "full").format(atMs);
}

/** A moment as short as it can be told apart from now: the time today, with the date on any other day. */
export function formatClock(atMs: number, nowMs: number, zone: TimeZone, locale?: string): string {
  if (!isMoment(atMs)) return noMoment(atMs);
  return formatter(zone, locale, isSameDay(atMs, nowMs, zone) ? "time" : "short").format(atMs);
}

/** Without a formatter, which takes a slow processor longer to make than the rest of a card. */
function isSameDay(oneMs: number, otherMs: number, zone: TimeZone): boolean {
  if (zone === "utc") return Math.floor(oneMs / DAY_MS) === Math.floor(otherMs / DAY_MS);
  return new Date(oneMs).toDateString() === new Date(otherMs).toDateString();
}

/**
 * The time of day alone, for moments of the last minutes: `14:03:21`. `zoned` adds the zone's short name, for a clock
 * on a wall.
 */
export function formatTimeOfDay(
  atMs: number,
  zone: TimeZone,
  form: "time" | "zoned" = "time",
  locale?: string,
): string {
  return isMoment(atMs) ? formatter(zone, locale, form).format(atMs) : noMoment(atMs);
}

/** A moment for machines: `2026-11-22T14:02:10.000Z`; `undefined` for a number that is no moment. */
export function isoDateTime(atMs: number): string | undefined {
  return isMoment(atMs) ? new Date(atMs).toISOString() : undefined;
}

function noMoment(atMs: number): string {
  return Number.isFinite(atMs) ? String(atMs) : "not a date";
}

type Form = "full" | "short" | "time" | "zoned";

const FORMS: Readonly<Record<Form, Intl.DateTimeFormatOptions>> = {
  full: {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  },
  short: {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
  time: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  zoned: {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making an Intl formatter costs about a hundred times as much as using one. */
function formatter(zone: TimeZone, locale: string | undefined, form: Form): Intl.DateTimeFormat {
  const key = `${zone} ${locale ?? ""} ${form}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, {
    ...FORMS[form],
    ...(zone === "utc" && { timeZone: "UTC" }),
  });
  formatters.set(key, made);
  return made;
}
