import { printTable } from "../bench/table.ts";

/** Prints figures where they were asked for: in `npm run bench`. Tests assert them and say nothing. */
export function report(title: string, rows: Parameters<typeof printTable>[1]): void {
  if (process.env["npm_lifecycle_event"] === "bench") printTable(title, rows);
}

/** The value that a share of the numbers lies at or below. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
