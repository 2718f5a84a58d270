/** One command of a shell: its words without quotes, from `start` to `end`, with the comment behind it. */
export interface Statement {
  words: readonly string[];
  start: number;
  end: number;
}

/** A line that goes on, as bash, cmd and PowerShell write it. */
const CONTINUATION = /[\\^`][ \t]*\r?\n/y;
const BLANK = /[ \t\r\u00a0]+/y;
const COMMENT = /#[^\n]*/y;
/** Where output goes, or input comes from, is no argument. */
const REDIRECTION = /\d?(?:>{1,2}|<{1,3})&?[ \t]*[^\s|;&<>()`]*/y;
/** A backtick that ends no line closes code in a text. */
const OPERATOR = /[\n|;&()`]/y;
const PLAIN = /[^\s|;&<>()`"'\\]+/y;

/** The commands in `text`, as bash, cmd and PowerShell part them: by line, by operator, by comment. Text of no shell is parted likewise. */
export function statementsIn(text: string): Statement[] {
  const statements: Statement[] = [];
  let words: string[] = [];
  let word: string | undefined;
  let start = 0;
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const endWord = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endStatement = (end: number) => {
    endWord();
    if (words.length > 0) statements.push({ words, start, end });
    words = [];
  };
  while (at < text.length) {
    const before = at;
    if (skip(CONTINUATION) || skip(BLANK)) endWord();
    else if (skip(OPERATOR)) {
      endStatement(before);
      start = at;
    } else if (word === undefined && skip(COMMENT)) endStatement(at);
    else if (mayRedirect(word) && skip(REDIRECTION)) word = undefined;
    else {
      at = skip(PLAIN) ? at : endOfQuoted(text, at);
      word = (word ?? "") + withoutQuotes(text.slice(before, at));
    }
  }
  endStatement(text.length);
  return statements;
}

/** A redirection stands between words, or right behind the number of a stream: `2>`. */
function mayRedirect(word: string | undefined): boolean {
  return word === undefined || (word.length === 1 && /\d/.test(word));
}

/** Where the quoted part, the escaped character or the single sign at `at` ends. A quote that is not closed ends with its line. */
function endOfQuoted(text: string, at: number): number {
  const quote = text[at];
  if (quote === "\\") return Math.min(at + 2, text.length);
  if (quote !== '"' && quote !== "'") return at + 1;
  let end = at + 1;
  while (end < text.length && text[end] !== quote && text[end] !== "\n") {
    end += quote === '"' && text[end] === "\\" && text[end + 1] !== "\n" ? 2 : 1;
  }
  return text[end] === quote ? end + 1 : Math.min(end, text.length);
}

function withoutQuotes(part: string): string {
  return part.replace(/^["']|["']$/g, "");
}
