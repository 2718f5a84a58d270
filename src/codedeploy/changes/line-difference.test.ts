import fc from "fast-check";
import { expect, test } from "vitest";
import { lineDifference } from "./line-difference.ts";

const signed = (before: string, now: string) =>
  lineDifference(before, now)?.map(({ kind, text }) => [kind, text].join(" ").trim());

const spec = (name: string) => `a\nb\nc\nd\nTaskDefinition: ${name}\ne\n`;
const longText = (word: string) => Array.from({ length: 5_000 }, (_, n) => `${word} ${n}`).join("\n");

test("a changed line stands under the one that it replaces, with what is around it", () => {
  expect(signed(spec("shop:41"), spec("shop:42"))).toEqual([
    "gap",
    "same b",
    "same c",
    "same d",
    "removed TaskDefinition: shop:41",
    "added TaskDefinition: shop:42",
    "same e",
  ]);
});

test.each([
  ["a\nb", "a\nb"],
  ["a\r\nb\r\n", "a\nb\n"],
  ["a", "a\n"],
])("%j and %j differ in no line", (before, now) => {
  expect(lineDifference(before, now)).toEqual([]);
});

test("texts of which every line differs are told to be too different, in no time", () => {
  expect(lineDifference(longText("a"), longText("b"))).toBeUndefined();
});

test("only lines of the two texts are told, and as many more of the one as it is longer", () => {
  const lines = fc.array(fc.stringMatching(/^[abc +-]{1,3}$/), { maxLength: 6 });
  fc.assert(
    fc.property(lines, lines, (before, now) => {
      const found = lineDifference(before.join("\n"), now.join("\n")) ?? [];
      const texts = (kind: string) => found.flatMap((line) => (line.kind === kind ? [line.text] : []));
      expect(now).toEqual(expect.arrayContaining(texts("added")));
      expect(before).toEqual(expect.arrayContaining(texts("removed")));
      expect(texts("added").length - texts("removed").length).toBe(now.length - before.length);
    }),
  );
});
