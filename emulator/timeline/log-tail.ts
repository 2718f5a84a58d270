/** The last lines of a script's output, written as the agent writes them. Lines that begin with `!` went to stderr. */
export function logTail(event: string, script: string, lines: readonly string[]): string {
  const output = lines.map((line) => (line.startsWith("!") ? `[stderr]${line.slice(1)}` : `[stdout]${line}`));
  return [`LifecycleEvent - ${event}`, `Script - ${script}`, ...output, ""].join("\n");
}
