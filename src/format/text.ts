/**
 * Characters that a reader cannot see, or that change how their neighbours are read: C0 and C1 controls but
 * tab and line feed, the soft hyphen, zero-width characters, bidirectional controls, the byte order mark, tags and
 * lone surrogates.
 */
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex -- making them visible is this file's work
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Surrogate}]/gu;

/** Foreign text with every invisible or direction-changing character written out, as `\u202e` or `\u{e0041}`. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, writtenOut);
}

function writtenOut(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
}

/** Foreign text for a label or a narrow cell: hidden characters written out, and cut where it is no name any more. */
export function shortText(text: string, length = 80): string {
  return text.length > length ? `${visibleText(text.slice(0, length))}…` : visibleText(text);
}
