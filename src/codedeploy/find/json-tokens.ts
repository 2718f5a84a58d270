/** One piece of JSON, as it stands in a text. */
export type JsonToken =
  | { kind: "open" }
  | { kind: "close" }
  /** A string or a bare word before a colon. */
  | { kind: "key"; text: string }
  | { kind: "string"; text: string };

/** Where JSON can begin: a bracket before a string, another bracket or its end. */
const START = /[{[](?=\s*(?:\\{0,9}["']|[{[}\]]))/g;
const SPACE = /\s+/y;
const BARE_KEY = /[A-Za-z_][\w-]*/y;
/** Numbers and constants, of Python too, and `datetime.datetime(2026, 11, 22, tzinfo=tzlocal())` as boto3 prints it. */
const BARE_VALUE =
  /(?:true|false|null|undefined|NaN|None|True|False)\b|-?\d[\w.:+-]*|[A-Za-z_][\w.]{0,60}\([^\n{}"']{0,200}?\){1,9}/y;
const COLON = /\s*(?::|=>)/y;

/**
 * Reads the JSON that begins at `start` and calls `take` for each token that says something. Tolerant, since people
 * paste parts of logs: it may be cut off, in single quotes as Python prints it, or with each quote escaped. Ends where
 * the outermost bracket closes or where the text cannot be JSON any more; gives that place.
 */
export function readJsonTokens(text: string, start: number, take: (token: JsonToken) => void): number {
  let depth = 0;
  let at = start;
  let last = "";
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === "{" || character === "[") {
      depth += 1;
      take({ kind: "open" });
      at += 1;
    } else if (character === "}" || character === "]") {
      take({ kind: "close" });
      depth -= 1;
      at += 1;
      if (depth === 0) return at;
    } else if (character === "," || character === ":") {
      at += 1;
    } else {
      const space = endOf(SPACE, text, at);
      const end = space ?? readWord(text, at, last, take) ?? endOf(BARE_VALUE, text, at);
      if (end === undefined) return at;
      at = end;
      if (space !== undefined) continue;
    }
    last = character;
  }
  return at;
}

/** Where JSON begins at or after `from`; `undefined` when there is none. */
export function jsonStart(text: string, from: number): number | undefined {
  START.lastIndex = from;
  return START.exec(text)?.index;
}

/** A string, or a bare word that is a key: behind a comma or an opening bracket, before a colon. */
function readWord(
  text: string,
  at: number,
  last: string,
  take: (token: JsonToken) => void,
): number | undefined {
  const string = readString(text, at);
  const mayBeKey = string !== undefined || last === "{" || last === ",";
  const end = string?.end ?? (mayBeKey ? endOf(BARE_KEY, text, at) : undefined);
  if (end === undefined) return undefined;
  const isKey = endOf(COLON, text, end) !== undefined;
  if (isKey) take({ kind: "key", text: string?.text ?? text.slice(at, end) });
  else if (string) take({ kind: "string", text: string.text });
  else return undefined;
  return end;
}

/** A string that begins at `at`, whose quotes may be escaped themselves. One that is cut off ends with its line. */
function readString(text: string, at: number): { text: string; end: number } | undefined {
  let first = at;
  while (text[first] === "\\") first += 1;
  const quote = text[first];
  if (quote !== '"' && quote !== "'") return undefined;
  const escapes = first - at;
  const begin = first + 1;
  let backslashes = 0;
  let place = begin;
  for (; place < text.length; place += 1) {
    const character = text[place];
    if (character === "\n") break;
    if (character === "\\") backslashes += 1;
    else if (character === quote && (escapes > 0 ? backslashes <= escapes : backslashes % 2 === 0)) {
      return { text: unescaped(text.slice(begin, place - (escapes > 0 ? backslashes : 0))), end: place + 1 };
    } else backslashes = 0;
  }
  return { text: unescaped(text.slice(begin, place)), end: place };
}

function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text.replace(/\\(["'\\/])/g, "$1");
  }
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
