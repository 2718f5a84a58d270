import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markedPieces, textMatches } from "./text-matches.ts";

describe("a search in text", () => {
  test("finds every place, whatever the case", () => {
    expect(textMatches("Error: no error, ERROR", "error")).toEqual([
      { start: 0, end: 5 },
      { start: 10, end: 15 },
      { start: 17, end: 22 },
    ]);
  });

  test("finds nothing when nothing is asked for, and does not count overlaps", () => {
    expect(textMatches("anything", "")).toEqual([]);
    expect(textMatches("aaaa", "aaa")).toHaveLength(1);
  });

  test("points at the right place beside letters that change their length with their case", () => {
    expect(textMatches("İİ error", "error")).toEqual([{ start: 3, end: 8 }]);
  });

  test("marks a match that runs over several pieces of style", () => {
    const ranges = textMatches("one two", "e t");
    expect(markedPieces("one", 0, ranges)).toEqual([
      { start: 0, text: "on", match: undefined },
      { start: 2, text: "e", match: 0 },
    ]);
    expect(markedPieces(" two", 3, ranges)).toEqual([
      { start: 3, text: " t", match: 0 },
      { start: 5, text: "wo", match: undefined },
    ]);
  });

  test("leaves the text as it is, however it is cut", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[abA]{0,6}$/)),
        fc.stringMatching(/^[ab]{1,3}$/),
        (texts, wanted) => {
          const ranges = textMatches(texts.join(""), wanted);
          let offset = 0;
          for (const text of texts) {
            const pieces = markedPieces(text, offset, ranges);
            expect(pieces.map((piece) => piece.text).join("")).toBe(text);
            offset += text.length;
          }
        },
      ),
    );
  });
});
