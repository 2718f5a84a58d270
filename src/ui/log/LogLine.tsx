import { clsx } from "clsx";
import type { AnsiColour, AnsiStyle } from "../../format/ansi.ts";
import { parseAnsi } from "../../format/ansi.ts";
import type { MarkedPiece, TextRange } from "../../format/text-matches.ts";
import { markedPieces } from "../../format/text-matches.ts";
import { visibleText } from "../../format/text.ts";

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
  return (
    <div className="flex min-h-4">
      <bdi className="min-w-0 flex-1">
        {parseAnsi(line.text).map(({ start, text, style }) => (
          <span key={start} className={ansiClass(style)}>
            {markedPieces(text, start, matches).map((piece) => (
              <Piece key={piece.start} piece={piece} isCurrent={piece.match === current} />
            ))}
          </span>
        ))}
      </bdi>
      {line.note !== undefined && <span className="pl-3 text-muted select-none">{line.note}</span>}
    </div>
  );
}

function Piece({ piece, isCurrent }: { piece: MarkedPiece; isCurrent: boolean }) {
  const text = visibleText(piece.text);
  if (piece.match === undefined) return text;
  return (
    <mark
      ref={isCurrent ? scrollHere : undefined}
      className={isCurrent ? "bg-ink text-page" : "bg-hover text-ink underline"}
    >
      {text}
    </mark>
  );
}

function scrollHere(mark: HTMLElement | null): void {
  mark?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const TEXT: Readonly<Record<AnsiColour, string>> = {
  red: "text-ansi-red",
  green: "text-ansi-green",
  yellow: "text-ansi-yellow",
  blue: "text-ansi-blue",
  magenta: "text-ansi-magenta",
  cyan: "text-ansi-cyan",
  gray: "text-muted",
};

const AREA: Readonly<Record<AnsiColour, string>> = {
  red: "bg-ansi-red",
  green: "bg-ansi-green",
  yellow: "bg-ansi-yellow",
  blue: "bg-ansi-blue",
  magenta: "bg-ansi-magenta",
  cyan: "bg-ansi-cyan",
  gray: "bg-muted",
};

/** The classes that draw a piece of a log as its script wanted it, legibly in both themes. */
function ansiClass({ colour, isBold, isItalic, isUnderlined, isInverse }: AnsiStyle): string {
  return clsx(
    isInverse && ["rounded-xs text-page", colour ? AREA[colour] : "bg-ink"],
    !isInverse && colour && TEXT[colour],
    isBold && "font-bold",
    isItalic && "italic",
    isUnderlined && "underline",
  );
}
