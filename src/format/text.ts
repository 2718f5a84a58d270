/**
 * Characters that a reader cannot see, or that change how their neighbours are read: C0 and C1 controls but
 * tab and line feed; all that Unicode lets fonts ignore, such as zero-width characters, bidirectional controls, Hangul fillers
 * and tags; the blanks that are drawn as nothing; lone surrogates. A variation selector is left to an emoji, and written out
 * elsewhere. Of marks that stand above or below their letter the fourth and all that follow would reach into other lines.
 *
 * @see https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
 */
const INVISIBLE =
  /(?![\t\n])\p{Cc}|[\u2028\u2029\u2800\ufff9-\ufffb\u{1d159}\p{Surrogate}]|(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}|(?<!\p{Extended_Pictographic})[\ufe0e\ufe0f]|(?<=[\p{Mn}\p{Me}]{3})[\p{Mn}\p{Me}]/gu;

/** Foreign text with every invisible or direction-changing character written out, as `\u202e` or `\u{e0041}`. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, writtenOut);
}

function writtenOut(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
}

/** The beginning of a text: at most so many characters and lines, and no half of a character at its end. */
export function cutText(text: string, length: number, lines: number = Number.POSITIVE_INFINITY): string {
  const cut = text.length > length ? text.slice(0, length).replace(/[\ud800-\udbff]$/, "") : text;
  let end = -1;
  for (let line = 0; line < lines; line++) {
    end = cut.indexOf("\n", end + 1);
    if (end === -1) return cut;
  }
  return cut.slice(0, end);
}

/** Foreign text for a label or a narrow cell: hidden characters written out, and cut where it is no name any more. */
export function shortText(text: string, length = 80): string {
  return text.length > length ? `${visibleText(cutText(text, length))}…` : visibleText(text);
}

/** Foreign text of at most `length` characters, cut in the middle: names that are alike differ at their ends. */
export function cutInMiddle(text: string, length: number): string {
  if (text.length <= length) return visibleText(text);
  const head = Math.ceil((length - 1) / 2);
  const tail = length - 1 - head;
  // A cut may fall between the two halves of a character.
  const start = text.slice(0, head).replace(/[\ud800-\udbff]$/, "");
  const end = text.slice(text.length - tail).replace(/^[\udc00-\udfff]/, "");
  return visibleText(`${start}…${end}`);
}
