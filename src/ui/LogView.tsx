import { ArrowDown, ArrowUp } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useId, useState } from "react";
import { plainOutput } from "../format/plain-output.ts";
import { textMatches } from "../format/text-matches.ts";
import { Button } from "./Button.tsx";
import { CopyButton } from "./CopyButton.tsx";
import type { LogViewLine } from "./LogLine.tsx";
import { LogLine } from "./LogLine.tsx";
import { ToggleButton } from "./ToggleButton.tsx";

/** More lines than an agent keeps; only the end of a longer log is drawn until somebody asks for all of it. */
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
  const searchId = useId();
  const [wanted, setWanted] = useState("");
  const [step, setStep] = useState(0);
  const [isWrapped, setWrapped] = useState(true);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? lines : lines.slice(-MAX_LINES);
  const found = shown.map(({ text }) => textMatches(plainOutput(text), wanted));
  const count = found.reduce((total, { length }) => total + length, 0);
  const current = count === 0 ? -1 : ((step % count) + count) % count;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    setStep(step + (event.shiftKey ? -1 : 1));
  };
  let before = 0;
  return (
    <div className="overflow-hidden rounded-md border border-line">
      <div className="flex flex-wrap items-center gap-2 border-b border-line bg-page px-2 py-1.5">
        <label htmlFor={searchId} className="sr-only">
          Search in the log
        </label>
        <input
          id={searchId}
          type="search"
          placeholder="Search in the log"
          value={wanted}
          onChange={(event) => {
            setWanted(event.target.value);
            setStep(0);
          }}
          onKeyDown={onKeyDown}
          className="min-h-7 w-44 rounded-md border border-edge bg-page px-2 text-xs"
        />
        {wanted !== "" && (
          <>
            <span role="status" className="text-xs text-muted tabular-nums">
              {count === 0 ? "Not found" : `${current + 1} of ${count}`}
            </span>
            <Button size="small" look="bare" aria-label="Previous match" onClick={() => setStep(step - 1)}>
              <ArrowUp aria-hidden size={14} />
            </Button>
            <Button size="small" look="bare" aria-label="Next match" onClick={() => setStep(step + 1)}>
              <ArrowDown aria-hidden size={14} />
            </Button>
          </>
        )}
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
        {shown.length < lines.length && (
          <Button size="small" className="mb-2" onClick={() => setWhole(true)}>
            Show {lines.length - shown.length} earlier lines
          </Button>
        )}
        <pre className={`font-mono text-xs ${isWrapped ? "whitespace-pre-wrap" : "w-max whitespace-pre"}`}>
          {shown.map((line, index) => {
            const matches = found[index] ?? [];
            const first = before;
            before += matches.length;
            return <LogLine key={index} line={line} matches={matches} current={current - first} />;
          })}
        </pre>
      </section>
    </div>
  );
}
