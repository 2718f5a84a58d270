/** A line of a log. Members that AWS left out are `undefined`. */
export interface LogLine {
  id: string | undefined;
  /** Epoch milliseconds. */
  atMs: number | undefined;
  text: string;
}

/** Some lines of a log, and where the next are. */
export interface LogPage {
  lines: LogLine[];
  nextToken: string | undefined;
}

/** Somewhat after the end of an event its function may still write. */
const AFTER_MS = 60_000;

/** The time in which a hook function writes about its event (epoch ms). @param nowMs for one that still runs */
export function logWindow(
  { startMs, endMs }: { startMs: number; endMs: number | undefined },
  nowMs: number,
): { fromMs: number; untilMs: number } {
  return { fromMs: startMs, untilMs: (endMs ?? nowMs) + AFTER_MS };
}

/** The log group of a function, unless its configuration names another. */
export function logGroupOf(functionName: string): string {
  return `/aws/lambda/${functionName}`;
}

/**
 * The last lines, in the order in which they were written.
 *
 * @param lines the newest first, so that those of one millisecond are in reverse as well
 */
export function lastLines(lines: readonly LogLine[], most: number): LogLine[] {
  return lines
    .toReversed()
    .toSorted((one, other) => (one.atMs ?? 0) - (other.atMs ?? 0))
    .slice(-most);
}
