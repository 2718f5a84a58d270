/** A part of a text, from its first character to before its last. */
export interface TextRange {
  start: number;
  end: number;
}

/**
 * Where `wanted` stands in `text`, whatever the case, without overlaps. Only texts whose upper and lower case
 * are equally long can be compared so; of others the exact spelling is looked for.
 */
export function textMatches(text: string, wanted: string): TextRange[] {
  if (wanted === "") return [];
  const [haystack, needle] = foldedAlike(text, wanted) ?? [text, wanted];
  const ranges: TextRange[] = [];
  for (
    let start = haystack.indexOf(needle);
    start !== -1;
    start = haystack.indexOf(needle, start + needle.length)
  ) {
    ranges.push({ start, end: start + needle.length });
  }
  return ranges;
}

function foldedAlike(text: string, wanted: string): [string, string] | undefined {
  const folded = text.toLowerCase();
  return folded.length === text.length ? [folded, wanted.toLowerCase()] : undefined;
}

/** A piece of a text and, where it lies within a range, which one. */
export interface MarkedPiece {
  /** Where it begins in the searched text. */
  start: number;
  text: string;
  /** Index into the ranges. */
  match: number | undefined;
}

/** `text`, which starts at `offset` of the searched text, cut at the ends of `ranges` (in order, not overlapping). */
export function markedPieces(text: string, offset: number, ranges: readonly TextRange[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  const end = offset + text.length;
  let from = offset;
  const push = (to: number, match: number | undefined) => {
    if (to > from) pieces.push({ start: from, text: text.slice(from - offset, to - offset), match });
    from = Math.max(from, to);
  };
  for (const [index, range] of ranges.entries()) {
    if (range.end <= from) continue;
    if (range.start >= end) break;
    push(range.start, undefined);
    push(Math.min(range.end, end), index);
  }
  push(end, undefined);
  return pieces;
}
