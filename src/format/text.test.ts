import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutInMiddle, cutText, shortText, visibleText } from "./text.ts";

describe("text from outside", () => {
  test.each([
    ["a null character", "a\u0000b", "a\\u0000b"],
    ["an escape sequence", "\u001b[31mred", "\\u001b[31mred"],
    ["a carriage return, which hides what was before it", "ok\rfail", "ok\\u000dfail"],
    ["a right-to-left override", "\u202egpj.exe", "\\u202egpj.exe"],
    ["a bidirectional isolate", "\u2066x\u2069", "\\u2066x\\u2069"],
    ["a zero-width space", "a\u200bb", "a\\u200bb"],
    ["a soft hyphen", "a\u00adb", "a\\u00adb"],
    ["a byte order mark", "\ufeffa", "\\ufeffa"],
    ["half of a surrogate pair", "\ud800a\udfff", "\\ud800a\\udfff"],
    ["a tag character, invisible text of its own", "a\u{e0041}b", "a\\u{e0041}b"],
    ["a combining grapheme joiner", "a\u034fb", "a\\u034fb"],
    [
      "the Hangul fillers, which are letters without a shape",
      "\u115f\u1160\u3164\uffa0",
      "\\u115f\\u1160\\u3164\\uffa0",
    ],
    ["a blank Braille pattern", "\u2800", "\\u2800"],
    ["a musical note without a head", "\u{1d159}", "\\u{1d159}"],
    ["the inherent vowels of Khmer", "\u17b4\u17b5", "\\u17b4\\u17b5"],
    ["a deprecated format character", "\u206a", "\\u206a"],
    ["a variation selector on a letter, which can carry hidden bytes", "a\ufe0f\ufe01b", "a\\ufe0f\\ufe01b"],
    ["a supplementary variation selector", "a\u{e0121}", "a\\u{e0121}"],
    [
      "the marks beyond the third on one letter",
      "Z\u0301\u0302\u0303\u0304\u0305a",
      "Z\u0301\u0302\u0303\\u0304\\u0305a",
    ],
  ])("shows %s written out", (_, text, visible) => {
    expect(visibleText(text)).toBe(visible);
  });

  test.each([
    "",
    "plain",
    "line\nline\ttab",
    "Grüße, 世界, שלום, مرحبا",
    "👍🏽",
    "⚠️ ❤️ ok",
    "Việt Nam".normalize("NFD"),
    "שָּׁלוֹם",
    "हिन्दी",
    "น้ำ",
    "<b>&amp;</b>",
    "\\u202e",
  ])("is left alone where nothing is hidden: %j", (text) => {
    expect(visibleText(text)).toBe(text);
  });

  test("has nothing hidden left, whatever it was, and changes no more", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const visible = visibleText(text);
        expect(visible).not.toMatch(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\u2800]|[\p{Mn}\p{Me}]{4}/u);
        expect(visible).not.toMatch(/(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}/u);
        expect(visibleText(visible)).toBe(visible);
      }),
    );
  });

  test("of 100 kB of controls, or of marks on one letter, is made visible at once", () => {
    expect(visibleText("\u202e".repeat(100_000))).toHaveLength(600_000);
    expect(visibleText("\u0301".repeat(100_000))).toHaveLength(3 + 99_997 * 6);
  });
});

describe("the beginning of a long text", () => {
  test("is as many characters as asked for, and all of a shorter one", () => {
    expect(cutText("abcdef", 3)).toBe("abc");
    expect(cutText("abc", 3)).toBe("abc");
  });

  test("is as many lines as asked for", () => {
    expect(cutText("a\nb\nc\nd", 600, 2)).toBe("a\nb");
    expect(cutText("a\nb", 600, 2)).toBe("a\nb");
    expect(cutText("\n".repeat(600), 600, 12)).toBe("\n".repeat(11));
  });

  test("never ends with half of a character", () => {
    expect(cutText("ab👍", 3)).toBe("ab");
    expect(shortText("ab👍cd", 3)).toBe("ab…");
  });
});

describe("text cut in the middle", () => {
  test("keeps both ends and the length asked for", () => {
    expect(cutInMiddle("abcdefghij", 7)).toBe("abc…hij");
    expect(cutInMiddle("abc", 7)).toBe("abc");
  });

  test("cuts no character in two", () => {
    for (let length = 3; length < 12; length += 1)
      expect(cutInMiddle("🚀".repeat(10), length)).toMatch(/^(🚀)*…(🚀)*$/u);
  });
});
