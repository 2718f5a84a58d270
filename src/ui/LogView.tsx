import { clsx } from "clsx";
import { useState } from "react";
import { Button } from "./Button.tsx";
import { CopyButton } from "./CopyButton.tsx";
import type { LogViewLine } from "./LogLine.tsx";
import { LogLine } from "./LogLine.tsx";
import { LogSearch } from "./LogSearch.tsx";
import { ToggleButton } from "./ToggleButton.tsx";
import { logRows } from "./log-rows.ts";

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
      <section
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label={name}
        className="max-h-80 overflow-auto bg-sunken p-3"
      >
        {rows.length < lines.length && (
          <Button size="small" className="mb-2" onClick={() => setMaxLines(Number.POSITIVE_INFINITY)}>
            Show {lines.length - rows.length} earlier lines
          </Button>
        )}
        <pre
          className={clsx("font-mono text-xs", isWrapped ? "whitespace-pre-wrap" : "w-max whitespace-pre")}
        >
          {rows.map(({ number, line, matches, matchesBefore }) => (
            <LogLine key={number} line={line} matches={matches} current={current - matchesBefore} />
          ))}
        </pre>
      </section>
    </div>
  );
}
