import type { AnsiColour } from "./ansi-colour.ts";
import { BASIC_COLOURS, BRIGHT_COLOURS, extendedColour } from "./ansi-colour.ts";

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

/**
 * Control sequences (group 1: parameters, group 2: final byte), strings such as links and window titles up to
 * their end, and the other escapes.
 */
const SEQUENCE =
  // oxlint-disable-next-line no-control-regex -- escapes are what this file is about
  /\u001b(?:\[([0-?]*)[ -/]*([@-~])|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[PX^_][^\u001b]*(?:\u001b\\)?|[ -/]*[0-Z\\`-~])/g;

/**
 * Terminal output in pieces of equal style. Colours and weights (SGR) are followed; every other escape sequence
 * is dropped and its text kept. A lone carriage return starts a line, so that nothing is overwritten.
 *
 * @see https://www.ecma-international.org/publications-and-standards/standards/ecma-48/
 */
export function parseAnsi(output: string): AnsiSpan[] {
  const text = output.replace(/\r+\n/g, "\n").replaceAll("\r", "\n");
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
      const { colour, length } = extendedColour(codes.slice(at + 1));
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
