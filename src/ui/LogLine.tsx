import { parseAnsi } from "../format/ansi.ts";
import type { TextRange } from "../format/text-matches.ts";
import { markedPieces } from "../format/text-matches.ts";
import { visibleText } from "../format/visible-text.ts";
import { ansiClass } from "./ansi-class.ts";

/** A line of a log; `note` names where it comes from when that is worth a word. */
export interface LogViewLine {
  text: string;
  note?: string;
}

interface LogLineProps {
  line: LogViewLine;
  /** What the search found in it. */
  matches: readonly TextRange[];
  /** The index among `matches` of the one that the reader has stepped to; out of range when it is on another line. */
  current: number;
}

/** One line with the colours that its script gave it; what the search found is marked. */
export function LogLine({ line, matches, current }: LogLineProps) {
  let offset = 0;
  const spans = parseAnsi(line.text).map(({ text, style }) => {
    const start = offset;
    offset += text.length;
    return { start, style, pieces: markedPieces(text, start, matches) };
  });
  return (
    <div className="flex min-h-4">
      <bdi className="min-w-0 flex-1">
        {spans.map(({ start, style, pieces }) => (
          <span key={start} className={ansiClass(style)}>
            {pieces.map((piece, index) =>
              piece.match === undefined ? (
                visibleText(piece.text)
              ) : (
                <mark
                  key={index}
                  ref={piece.match === current ? scrollHere : undefined}
                  className={piece.match === current ? "bg-ink text-page" : "bg-edge text-page"}
                >
                  {visibleText(piece.text)}
                </mark>
              ),
            )}
          </span>
        ))}
      </bdi>
      {line.note !== undefined && <span className="pl-3 text-muted select-none">{line.note}</span>}
    </div>
  );
}

function scrollHere(mark: HTMLElement | null): void {
  mark?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
