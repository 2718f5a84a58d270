import { ArrowDown, ArrowUp } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useId } from "react";
import { Button } from "./Button.tsx";

interface LogSearchProps {
  wanted: string;
  /** How many matches there are, and which one the reader has stepped to, from 0. */
  count: number;
  current: number;
  onSearch: (wanted: string) => void;
  onStep: (by: 1 | -1) => void;
}

/** The search within a log: how often it is there, and steps from one match to the next. */
export function LogSearch({ wanted, count, current, onSearch, onStep }: LogSearchProps) {
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
        className="min-h-6 w-44 rounded-md border border-edge bg-page px-2 text-xs"
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
