import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useId, useState } from "react";
import { plainOutput } from "../../format/ansi.ts";
import type { TextRange } from "../../format/text-matches.ts";
import { textMatches } from "../../format/text-matches.ts";
import { Button } from "../Button.tsx";
import { CopyButton } from "../CopyButton.tsx";
import type { LogViewLine } from "./LogLine.tsx";
import { LogLine } from "./LogLine.tsx";
import { ScrollRegion } from "../ScrollRegion.tsx";
import { ToggleButton } from "../ToggleButton.tsx";

/** Of a log with more escapes than this, what is left is drawn without its colours: each change of colour is an element. */
const MAX_ESCAPES = 2_000;

/** Of a longer log only the end is drawn until somebody asks for all of it. */
const MAX_LINES = 400;

interface LogViewProps {
  /** What a screen reader calls it: "Log of scripts/start.sh". */
  name: string;
  lines: readonly LogViewLine[];
  /** What is copied: the log as it came. */
  raw: string;
}

/** A log to read: its own colours, a search with steps, wrapped or not, copied as it came. */
export function LogView({ name, lines, raw }: LogViewProps) {
  const [search, setSearch] = useState({ wanted: "", step: 0 });
  const [isWrapped, setWrapped] = useState(true);
  const [maxLines, setMaxLines] = useState(MAX_LINES);
  const rows = logRows(lines, search.wanted, maxLines);
  const last = rows.at(-1);
  const count = last ? last.matchesBefore + last.matches.length : 0;
  const current = count === 0 ? 0 : ((search.step % count) + count) % count;
  return (
    <div className="overflow-hidden rounded-md border border-line">
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-2 py-1.5">
        <LogSearch
          wanted={search.wanted}
          count={count}
          current={current}
          onSearch={(wanted) => setSearch({ wanted, step: 0 })}
          onStep={(by) => setSearch({ ...search, step: current + by })}
        />
        <span className="ml-auto flex gap-2">
          <ToggleButton isOn={isWrapped} onClick={() => setWrapped(!isWrapped)}>
            Wrap
          </ToggleButton>
          <CopyButton text={raw} what="log" label="Copy" />
        </span>
      </div>
      <ScrollRegion name={name} className="max-h-80">
        {rows.length < lines.length && (
          <Button
            size="small"
            className="mb-2 print:inline-flex!"
            onClick={() => setMaxLines(Number.POSITIVE_INFINITY)}
          >
            Show {lines.length - rows.length} earlier lines
          </Button>
        )}
        <pre
          className={clsx(
            "font-mono text-xs",
            isWrapped ? "whitespace-pre-wrap" : "w-max whitespace-pre print:w-auto print:whitespace-pre-wrap",
          )}
        >
          {rows.map(({ number, line, matches, matchesBefore }) => (
            <LogLine key={number} line={line} matches={matches} current={current - matchesBefore} />
          ))}
        </pre>
      </ScrollRegion>
    </div>
  );
}

interface LogSearchProps {
  wanted: string;
  /** How many matches there are, and which one the reader has stepped to, from 0. */
  count: number;
  current: number;
  onSearch: (wanted: string) => void;
  onStep: (by: 1 | -1) => void;
}

/** The search within a log: how often it is there, and steps from one match to the next. */
function LogSearch({ wanted, count, current, onSearch, onStep }: LogSearchProps) {
  const inputId = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    onStep(event.shiftKey ? -1 : 1);
  };
  const words = count === 0 ? "Not found" : `${current + 1} of ${count}`;
  return (
    <>
      <label htmlFor={inputId} className="sr-only">
        Search in the log
      </label>
      <input
        id={inputId}
        type="search"
        placeholder="Search in the log"
        value={wanted}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={onKeyDown}
        className="control-small w-44 rounded-md border border-edge bg-page px-2 text-xs"
      />
      <output className="text-xs text-muted tabular-nums">{wanted === "" ? "" : words}</output>
      {count > 1 && (
        <span>
          <Button size="small" look="bare" aria-label="Previous match" onClick={() => onStep(-1)}>
            <ArrowUp aria-hidden size={14} />
          </Button>
          <Button size="small" look="bare" aria-label="Next match" onClick={() => onStep(1)}>
            <ArrowDown aria-hidden size={14} />
          </Button>
        </span>
      )}
    </>
  );
}

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
function logRows(lines: readonly LogViewLine[], wanted: string, count: number): LogRow[] {
  const rows: LogRow[] = [];
  const first = Math.max(0, lines.length - count);
  let escapes = 0;
  for (const [index, sent] of lines.slice(first).entries()) {
    const plain = plainOutput(sent.text);
    const matches = textMatches(plain, wanted);
    escapes += sent.text.split("\u001b").length - 1;
    const line = escapes > MAX_ESCAPES ? { ...sent, text: plain } : sent;
    const before = rows.at(-1);
    const matchesBefore = before ? before.matchesBefore + before.matches.length : 0;
    rows.push({ number: first + index + 1, line, matches, matchesBefore });
  }
  return rows;
}
