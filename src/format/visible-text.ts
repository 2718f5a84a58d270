/**
 * Characters that a reader cannot see, or that change how their neighbours are read: C0 and C1 controls but
 * tab and line feed, zero-width characters, bidirectional controls, the byte order mark and lone surrogates.
 */
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex -- making them visible is this file's work
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Foreign text with every invisible or direction-changing character written out, as `\u202e`. */
export function visibleText(text: string): string {
  return text.replace(
    INVISIBLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
