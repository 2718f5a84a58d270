/** In place of the SDK's reading of dates, which goes letter by letter: what browsers read themselves. AWS sends CodeDeploy's as numbers. */
function dateFrom(value: unknown): Date | undefined {
  if (value === null || value === undefined) return undefined;
  const date = new Date(typeof value === "string" ? value : Number.NaN);
  if (Number.isNaN(date.getTime())) throw new TypeError("Invalid date-time value");
  return date;
}

export {
  dateFrom as parseRfc3339DateTime,
  dateFrom as parseRfc3339DateTimeWithOffset,
  dateFrom as parseRfc7231DateTime,
};

/** Seconds since 1970, as a number or as text, to the millisecond. */
export function parseEpochTimestamp(value: unknown): Date | undefined {
  if (value === null || value === undefined) return undefined;
  // CBOR tags them.
  const tagged = typeof value === "object" && "value" in value ? value.value : value;
  const seconds = typeof tagged === "string" && tagged.trim() !== "" ? Number(tagged) : tagged;
  if (typeof seconds !== "number" || !Number.isFinite(seconds)) {
    throw new TypeError("Epoch timestamps must be finite numbers or text of such");
  }
  return new Date(Math.round(seconds * 1_000));
}

export function dateToUtcString(date: Date): string {
  return date.toUTCString();
}
