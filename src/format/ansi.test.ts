import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastCpuMs } from "../../testing/cpu-time.ts";
import type { AnsiStyle } from "./ansi.ts";
import { parseAnsi, plainOutput } from "./ansi.ts";

const ESC = "\u001b";

describe("terminal output", () => {
  test("without escapes is itself", () => {
    expect(parseAnsi("a\nb")).toEqual([{ start: 0, text: "a\nb", style: {} }]);
    expect(parseAnsi("")).toEqual([]);
  });

  test.each<[string, AnsiStyle]>([
    ["31", { colour: "red" }],
    ["1;32", { colour: "green", isBold: true }],
    ["91", { colour: "red" }],
    ["90", { colour: "gray" }],
    ["30", {}],
    ["97", {}],
    ["3", { isItalic: true }],
    ["4", { isUnderlined: true }],
    ["7", { isInverse: true }],
    ["41", { colour: "red", isInverse: true }],
    ["37;104", { colour: "blue", isInverse: true }],
    ["38;5;208", { colour: "yellow" }],
    ["38;5;9", { colour: "red" }],
    ["38;5;244", { colour: "gray" }],
    ["38;5;255", {}],
    ["38;5;21", { colour: "blue" }],
    ["38;2;120;200;255", { colour: "blue" }],
    ["38:2:200:0:200", { colour: "magenta" }],
    ["38;2;0;200;0;1", { colour: "green", isBold: true }],
    ["48;5;46;3", { colour: "green", isInverse: true, isItalic: true }],
    ["38", {}],
    ["38;2", {}],
    ["38;5;9999", {}],
    ["999", {}],
    ["", {}],
  ])("with SGR %s is drawn as a terminal means it", (codes, style) => {
    expect(parseAnsi(`${ESC}[${codes}mx`)).toEqual([{ start: 0, text: "x", style }]);
  });

  test.each(["0", "", "22;39", "22;39;49"])("goes back to plain with SGR %s", (codes) => {
    expect(parseAnsi(`${ESC}[1;31mx${ESC}[${codes}my`)).toEqual([
      { start: 0, text: "x", style: { colour: "red", isBold: true } },
      { start: 1, text: "y", style: {} },
    ]);
  });

  test.each([
    [`${ESC}]8;;https://evil.example${ESC}\\a link${ESC}]8;;${ESC}\\`, "a link"],
    [`${ESC}]0;new window title\u0007rest`, "rest"],
    [`${ESC}[2K${ESC}[1Gprogress 10 %\rprogress 100 %`, "progress 10 %\nprogress 100 %"],
    [`${ESC}[?25lhidden cursor`, "hidden cursor"],
    [`${ESC}(Bcharset`, "charset"],
    [`${ESC}P1$q${ESC}\\device`, "device"],
    ["dos\r\nlines\r\r\n", "dos\nlines\n"],
  ])("obeys nothing but colours: %j", (output, text) => {
    expect(plainOutput(output)).toBe(text);
  });

  test("never loses text, however it is escaped", () => {
    const piece = fc.oneof(
      fc.stringMatching(/^[a-z \n]*$/).map((text) => ({ output: text, text })),
      fc
        .array(fc.integer({ min: 0, max: 300 }))
        .map((codes) => ({ output: `${ESC}[${codes.join(";")}m`, text: "" })),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const output = pieces.map((one) => one.output).join("");
        expect(plainOutput(output)).toBe(pieces.map(({ text }) => text).join(""));
      }),
    );
  });

  test("reads any text in time that grows with its length only", () => {
    for (const hostile of ["[", "]", "P", "[0;", "[38;5;", ""]) {
      const output = `${ESC}${hostile}`.repeat(100_000);
      expect(leastCpuMs(() => parseAnsi(output), 1_000)).toBeLessThan(1_000);
    }
  });
});

test.each([
  "\r",
  "\r\n",
  "\u001b[31;",
  "\u001b[38;5;1m",
  ";38;2",
  "\u001b]",
  "\u001b[1m\u001b[31ma",
  "a\u001b[",
])("2 MB of %j are read within a second of processor time", (piece) => {
  const output = `\u001b[1${piece.repeat(Math.ceil(2_000_000 / piece.length))}m`;
  expect(leastCpuMs(() => parseAnsi(output), 1_000)).toBeLessThan(1_000);
});
