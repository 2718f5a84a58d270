import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visibleText } from "./text.ts";

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
  ])("shows %s written out", (_, text, visible) => {
    expect(visibleText(text)).toBe(visible);
  });

  test.each(["", "plain", "line\nline\ttab", "Grüße, 世界, שלום, مرحبا", "👍🏽", "<b>&amp;</b>", "\\u202e"])(
    "is left alone where nothing is hidden: %j",
    (text) => {
      expect(visibleText(text)).toBe(text);
    },
  );

  test("has nothing hidden left, whatever it was, and changes no more", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const visible = visibleText(text);
        expect(visible).not.toMatch(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u);
        expect(visibleText(visible)).toBe(visible);
      }),
    );
  });

  test("of 100 kB of controls is made visible at once", () => {
    expect(visibleText("\u202e".repeat(100_000))).toHaveLength(600_000);
  });
});
