/** How a terminal would draw a piece of text, as far as a page can say it legibly. */
export interface AnsiStyle {
  colour?: AnsiColour;
  isBold?: true;
  isItalic?: true;
  isUnderlined?: true;
  /** Page and ink (or colour) change places; a coloured background is shown so too. */
  isInverse?: true;
}

export interface AnsiSpan {
  /** Where it begins in the output without its escapes. */
  start: number;
  text: string;
  style: AnsiStyle;
}

/** Colour and background are kept apart until a span is made of them. */
interface Pen extends AnsiStyle {
  background?: AnsiColour;
}

const ESC = "\u001b";
const BEL = "\u0007";

/** What follows the escape character. */
const SEQUENCES = [
  // Control sequences: parameters (group 1) and the final byte (group 2).
  String.raw`\[([0-?]*)[ -/]*([@-~])`,
  // Strings, such as links and window titles, up to their end.
  String.raw`\][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\)?`,
  String.raw`[PX^_][^${ESC}]*(?:${ESC}\\)?`,
  // The other escapes.
  "[ -/]*[0-Z\\\\`-~]",
];
const SEQUENCE = new RegExp(`${ESC}(?:${SEQUENCES.join("|")})`, "g");

/**
 * Terminal output in pieces of equal style. Colours and weights (SGR) are followed; every other escape sequence
 * is dropped and its text kept. A lone carriage return starts a line, so that nothing is overwritten. Takes time in
 * proportion to the length.
 *
 * @see https://www.ecma-international.org/publications-and-standards/standards/ecma-48/
 */
export function parseAnsi(output: string): AnsiSpan[] {
  const text = output.split("\n").map(withoutLastReturns).join("\n").replaceAll("\r", "\n");
  const spans: AnsiSpan[] = [];
  let pen: Pen = {};
  let from = 0;
  for (const sequence of text.matchAll(SEQUENCE)) {
    push(spans, text.slice(from, sequence.index), pen);
    from = sequence.index + sequence[0].length;
    if (sequence[2] === "m") pen = applySgr(pen, sequence[1] ?? "");
  }
  push(spans, text.slice(from), pen);
  return spans;
}

/** A loop, since a pattern for returns before a line feed would try each of them anew. */
function withoutLastReturns(line: string): string {
  let end = line.length;
  while (line[end - 1] === "\r") end--;
  return line.slice(0, end);
}

function push(spans: AnsiSpan[], text: string, { background, ...style }: Pen): void {
  if (text === "") return;
  const last = spans.at(-1);
  const start = last ? last.start + last.text.length : 0;
  spans.push({ start, text, style: background ? { ...style, colour: background, isInverse: true } : style });
}

const RESETS: Readonly<Record<number, (pen: Pen) => Pen>> = {
  0: () => ({}),
  1: (pen) => ({ ...pen, isBold: true }),
  3: (pen) => ({ ...pen, isItalic: true }),
  4: (pen) => ({ ...pen, isUnderlined: true }),
  7: (pen) => ({ ...pen, isInverse: true }),
  22: (pen) => without(pen, "isBold"),
  23: (pen) => without(pen, "isItalic"),
  24: (pen) => without(pen, "isUnderlined"),
  27: (pen) => without(pen, "isInverse"),
  39: (pen) => without(pen, "colour"),
  49: (pen) => without(pen, "background"),
};

function applySgr(pen: Pen, parameters: string): Pen {
  const codes = parameters.split(/[;:]/).map(Number);
  let next = pen;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    if (code === 38 || code === 48) {
      const { colour, length } = extendedColour(codes, at + 1);
      next = withColour(next, code === 38 ? "colour" : "background", colour);
      at += length;
    } else if (isBetween(code, 30, 37)) next = withColour(next, "colour", BASIC_COLOURS[code - 30]);
    else if (isBetween(code, 90, 97)) next = withColour(next, "colour", BRIGHT_COLOURS[code - 90]);
    else if (isBetween(code, 40, 47)) next = withColour(next, "background", BASIC_COLOURS[code - 40]);
    else if (isBetween(code, 100, 107)) next = withColour(next, "background", BRIGHT_COLOURS[code - 100]);
    else next = RESETS[code]?.(next) ?? next;
  }
  return next;
}

function withColour(pen: Pen, where: "colour" | "background", colour: AnsiColour | undefined): Pen {
  return colour ? { ...pen, [where]: colour } : without(pen, where);
}

function without(pen: Pen, member: keyof Pen): Pen {
  const rest = { ...pen };
  delete rest[member];
  return rest;
}

function isBetween(code: number, from: number, to: number): boolean {
  return code >= from && code <= to;
}

/** The hues that a log is shown in. Black, white and their like are the page's own ink and have none. */
export type AnsiColour = "red" | "green" | "yellow" | "blue" | "magenta" | "cyan" | "gray";

/** Codes 30 to 37. */
const BASIC_COLOURS = [undefined, "red", "green", "yellow", "blue", "magenta", "cyan", undefined] as const;

/** Codes 90 to 97. */
const BRIGHT_COLOURS = ["gray", "red", "green", "yellow", "blue", "magenta", "cyan", undefined] as const;

/** The colour that begins at `at`, after 38 or 48 (`5;n` or `2;r;g;b`), and how many codes it takes. */
function extendedColour(
  codes: readonly number[],
  at: number,
): {
  colour: AnsiColour | undefined;
  length: number;
} {
  const kind = codes[at];
  if (kind === 2) return { colour: nearestHue(codes.slice(at + 1, at + 4)), length: 4 };
  if (kind !== 5) return { colour: undefined, length: 0 };
  return { colour: indexedColour(codes[at + 1] ?? 0), length: 2 };
}

/** @see https://en.wikipedia.org/wiki/ANSI_escape_code#8-bit */
function indexedColour(index: number): AnsiColour | undefined {
  if (index < 16) return index < 8 ? BASIC_COLOURS[index] : BRIGHT_COLOURS[index - 8];
  if (index > 231) return nearestHue([10 * (index - 232) + 8]);
  const cube = index - 16;
  return nearestHue([Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(cubeLevel));
}

function cubeLevel(step: number): number {
  return step === 0 ? 0 : 55 + 40 * step;
}

/** Upper bounds in degrees. */
const HUES: readonly (readonly [number, AnsiColour])[] = [
  [20, "red"],
  [70, "yellow"],
  [165, "green"],
  [200, "cyan"],
  [260, "blue"],
  [330, "magenta"],
  [360, "red"],
];

/** The log's own hue nearest to a colour (0 to 255 each): its brightness is the theme's business. */
function nearestHue([red = 0, green = red, blue = red]: number[]): AnsiColour | undefined {
  const max = Math.max(red, green, blue);
  const range = max - Math.min(red, green, blue);
  if (!(range >= 40)) return max > 80 && max < 190 ? "gray" : undefined;
  const sector =
    max === red
      ? (green - blue) / range
      : max === green
        ? 2 + (blue - red) / range
        : 4 + (red - green) / range;
  const degrees = (sector * 60 + 360) % 360;
  return HUES.find(([bound]) => degrees <= bound)?.[1];
}

/** Terminal output without its escapes. */
export function plainOutput(output: string): string {
  return parseAnsi(output)
    .map(({ text }) => text)
    .join("");
}
