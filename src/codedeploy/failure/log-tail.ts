import { plainOutput } from "../../format/ansi.ts";

/** One line of the log that an instance's agent kept of an event's scripts. */
export interface LogLine {
  /** `script` is the agent's own head above what a script wrote; `other` has no form that we know. */
  kind: "event" | "script" | "stdout" | "stderr" | "other";
  text: string;
}

const FORMS: readonly { kind: LogLine["kind"]; prefix: string }[] = [
  { kind: "event", prefix: "LifecycleEvent - " },
  { kind: "script", prefix: "Script - " },
  { kind: "stdout", prefix: "[stdout]" },
  { kind: "stderr", prefix: "[stderr]" },
];

/** AWS documents 4 KB of log. What is far longer is no log of an agent's; its end is read. */
const MAX_READ = 65_536;

/** Where output without a line feed at its end is followed by the agent's next entry in the same line. */
const JOINED = /\[stdout\]|\[stderr\]|(?<=\S)Script - (?=\S)|(?<=\S)LifecycleEvent - (?=\S)/g;

/**
 * The lines of `diagnostics.logTail`, each told by its prefix, which is taken off. The agent joins its entries as they
 * come and keeps the last 2 KB, so the first head may be missing, and an entry may begin in the middle of a line. Of a longer
 * text the last 65,536 characters are read.
 *
 * @see https://github.com/aws/aws-codedeploy-agent/blob/master/lib/instance_agent/plugins/codedeploy/hook_executor.rb
 */
export function logLines(logTail: string | undefined): LogLine[] {
  const lines = (logTail ?? "").slice(-MAX_READ).split("\n");
  // The last line ends with a line feed, too. In UTF-16 half of it stands alone.
  if (/^\0?$/.test(lines.at(-1) ?? "")) lines.pop();
  return lines.flatMap((line) => entriesOf(line).map(readEntry));
}

/** A line's entries: one, and one more for each that follows output without a line feed. */
function entriesOf(line: string): string[] {
  if (!line.includes("[std", 1) && !line.includes(" - ", 1)) return [line];
  const begins = [...line.matchAll(JOINED)].map(({ index }) => index).filter((index) => index > 0);
  return [0, ...begins]
    .map((begin, at) => line.slice(begin, begins[at]))
    .filter((entry, at) => at > 0 || entry !== "" || begins.length === 0);
}

function readEntry(entry: string): LogLine {
  const form = FORMS.find(({ prefix }) => entry.startsWith(prefix));
  const text = withoutUtf16(form ? entry.slice(form.prefix.length) : entry);
  let end = text.length;
  while (text[end - 1] === "\r") end--;
  return { kind: form?.kind ?? "other", text: text.slice(0, end) };
}

/** PowerShell and wsl.exe write UTF-16, whose letters come with a NUL each. */
function withoutUtf16(text: string): string {
  const parts = text.split("\0");
  const isUtf16 = parts.length > 4 && parts.length * 3 > text.length;
  return isUtf16 ? parts.join("").replace(/^(?:\ufeff|\u00ff\u00fe|\ufffd\ufffd)/, "") : text;
}

/** A line of a log's last words; where `isGap`, lines before it are left out. */
export interface LastWord {
  text: string;
  isGap: boolean;
}

/** As many as fit on a first screen. */
const MAX_LINES = 5;
/** Of those, how many are kept for errors that stand further up. */
const MAX_EARLIER_ERRORS = 2;
const MAX_LENGTH = 300;

/** A line that goes on with what the line before it began: a frame of a stack trace, an indented block. */
const CONTINUED = /^(?:\s+\S|at \S|Caused by: |\.\.\. \d+ more|--- End of)/;

/**
 * The lines of a log that tell most of a failure, at most five: the end of what the failed script wrote, the end of its errors
 * where they stand further up, and the first line of a stack trace or block that reaches into them. Text is what a terminal
 * would show after carriage returns; long lines are cut in the middle.
 *
 * @param script the script that failed, as AWS names it; `undefined` where it does not
 */
export function lastWords(logTail: string | undefined, script: string | undefined): LastWord[] {
  const written = outputOf(logLines(logTail), script)
    .map(({ kind, text }) => ({ kind, text: afterCarriageReturns(text) }))
    .filter(({ text }) => plainOutput(text).trim() !== "");
  const picked = withHeadOfBlock(written, lastOfBothStreams(written));
  return picked.map((at, index) => ({
    text: cutInTheMiddle(written[at]?.text ?? ""),
    isGap: index > 0 && at !== (picked[index - 1] ?? 0) + 1,
  }));
}

/** What the failed script wrote: the lines behind its own head, or behind the last head where its own is missing. */
function outputOf(lines: readonly LogLine[], script: string | undefined): LogLine[] {
  const isHead = ({ kind }: LogLine) => kind === "script";
  const own = lines.findLastIndex((line) => isHead(line) && line.text.trim() === script);
  const head = own === -1 ? lines.findLastIndex(isHead) : own;
  const rest = lines.slice(head + 1);
  const next = rest.findIndex(isHead);
  return (next === -1 ? rest : rest.slice(0, next)).filter(({ kind }) => kind !== "event");
}

/** The indexes of the last lines, and of the last errors where the last lines hold none. */
function lastOfBothStreams(written: readonly LogLine[]): number[] {
  const last = range(Math.max(0, written.length - MAX_LINES), written.length);
  const isError = (at: number) => written[at]?.kind === "stderr";
  const lastError = written.findLastIndex((_, at) => isError(at));
  if (lastError === -1 || last.includes(lastError)) return last;
  const errors = range(Math.max(0, lastError + 1 - MAX_EARLIER_ERRORS), lastError + 1).filter(isError);
  return [...errors, ...last.slice(errors.length)];
}

/** Puts the first line of the block that the first picked line continues in its place. */
function withHeadOfBlock(written: readonly LogLine[], picked: readonly number[]): number[] {
  const [first = 0, ...rest] = picked;
  const goesOn = (at: number) => CONTINUED.test(plainOutput(written[at]?.text ?? ""));
  let head = first;
  while (head > 0 && goesOn(head)) head--;
  if (head === first) return [...picked];
  // Where all of it is one block, the lines next to its first one tell more than the last ones.
  return rest.every(goesOn) ? range(head, Math.min(head + MAX_LINES, written.length)) : [head, ...rest];
}

/** What a terminal shows of a line that was written over: what stands behind its last carriage return. */
function afterCarriageReturns(text: string): string {
  return text.slice(text.lastIndexOf("\r") + 1);
}

function cutInTheMiddle(text: string): string {
  const plain = plainOutput(text);
  if (plain.length <= MAX_LENGTH) return text;
  const kept = MAX_LENGTH / 2;
  return `${plain.slice(0, kept)} … ${plain.slice(-kept)}`;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}
