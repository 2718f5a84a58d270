const formatter = new Intl.NumberFormat();

/** A count with the reader's own digit grouping: `1,000`. */
export function formatCount(count: number): string {
  return Number.isNaN(count) ? "not a number" : formatter.format(count);
}

/** A count with its noun: `1 instance`, `3 instances`. */
export function formatCountOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
