/** Zero-width and direction characters, which chats and documents put around and into names. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Characters that look like a hyphen and are none: hyphen, non-breaking hyphen, minus, small and full width. */
const HYPHENS = /[\u2010\u2011\u2043\u2212\ufe63\uff0d]/g;

/** A dash stands for a hyphen only within an id, a Region or before an option: elsewhere it parts sentences. */
const DASH = "[\u2012-\u2015\ufe58]";
const DASH_IN_ID = new RegExp(String.raw`(?<![A-Za-z0-9-])([dD])${DASH}(?=[A-Z0-9]{5})`, "g");
const DASHES_IN_REGION = new RegExp(
  String.raw`(?<![\w-])([a-z]{2,4})(?:${DASH}|-)([a-z]{2,12})(?:${DASH}|-)(?=\d(?!\w))`,
  "g",
);
const DASH_BEFORE_OPTION = new RegExp(String.raw`(?<!\S)${DASH}(?=(?:deployment-ids?|region)\b)`, "g");

const ENTITIES = /&(?:amp|quot|lt|gt|nbsp|#39|#34|#45|#8208|#8209|#x2010|#x2011|#x2d|#x2f|#47);/gi;
const ENTITY_TEXT: ReadonlyMap<string, string> = new Map([
  ["&amp;", "&"],
  ["&quot;", '"'],
  ["&#34;", '"'],
  ["&#39;", "'"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&nbsp;", " "],
  ["&#47;", "/"],
  ["&#x2f;", "/"],
]);

/**
 * A text as a keyboard would have written it: hyphens that only look like one, invisible characters and the
 * entities of HTML are replaced. For reading only; it is never shown.
 */
export function plainText(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(ENTITIES, (entity) => ENTITY_TEXT.get(entity.toLowerCase()) ?? "-")
    .replace(HYPHENS, "-")
    .replace(DASH_IN_ID, "$1-")
    .replace(DASHES_IN_REGION, "$1-$2-")
    .replace(DASH_BEFORE_OPTION, "--");
}
