import { plainOutput } from "../format/plain-output.ts";
import type { TextRange } from "../format/text-matches.ts";
import { textMatches } from "../format/text-matches.ts";
import type { LogViewLine } from "./LogLine.tsx";

/** A line of a log with what a search found in it. */
export interface LogRow {
  /** From 1, in the whole log. */
  number: number;
  line: LogViewLine;
  matches: TextRange[];
  /** How many matches stand in the lines before. */
  matchesBefore: number;
}

/** The last `count` lines with what `wanted` finds in them. */
export function logRows(lines: readonly LogViewLine[], wanted: string, count: number): LogRow[] {
  const rows: LogRow[] = [];
  const first = Math.max(0, lines.length - count);
  for (const [index, line] of lines.slice(first).entries()) {
    const matches = textMatches(plainOutput(line.text), wanted);
    const before = rows.at(-1);
    const matchesBefore = before ? before.matchesBefore + before.matches.length : 0;
    rows.push({ number: first + index + 1, line, matches, matchesBefore });
  }
  return rows;
}
