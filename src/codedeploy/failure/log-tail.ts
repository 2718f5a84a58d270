/** One line of the log that an instance's agent kept of a script. */
export type LogLine =
  | { kind: "event"; text: string }
  | { kind: "script"; text: string }
  | { kind: "stdout"; text: string }
  | { kind: "stderr"; text: string }
  /** Of no form that we know. */
  | { kind: "other"; text: string };

const FORMS: readonly { kind: LogLine["kind"]; prefix: string }[] = [
  { kind: "event", prefix: "LifecycleEvent - " },
  { kind: "script", prefix: "Script - " },
  { kind: "stdout", prefix: "[stdout]" },
  { kind: "stderr", prefix: "[stderr]" },
];

/** The lines of `diagnostics.logTail`, each told by its prefix, which is taken off. Only the end of a log is kept. */
export function logLines(logTail: string | undefined): LogLine[] {
  const lines = (logTail ?? "").split(/\r?\n/);
  // The last line ends with a line feed, too.
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => {
    const form = FORMS.find(({ prefix }) => line.startsWith(prefix));
    return form ? { kind: form.kind, text: line.slice(form.prefix.length) } : { kind: "other", text: line };
  });
}

/** The last `count` lines that say anything of what the script wrote: without the agent's own and empty ones. */
export function lastLines(lines: readonly LogLine[], count: number): LogLine[] {
  return lines
    .filter(({ kind, text }) => kind !== "event" && kind !== "script" && text.trim() !== "")
    .slice(-count);
}
