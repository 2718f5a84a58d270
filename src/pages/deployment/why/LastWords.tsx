import type { LogLine as DomainLine } from "../../../codedeploy/failure/log-tail.ts";
import { lastLines, logLines } from "../../../codedeploy/failure/log-tail.ts";
import { LogLine } from "../../../ui/LogLine.tsx";

/** As many as fit on a first screen. */
const LINES = 5;
const LINE_LENGTH = 300;

/** The last lines that a script wrote; nothing where AWS has none. */
export function LastWords({ logTail }: { logTail: string | undefined }) {
  const lines = numbered(lastLines(untilLastError(logLines(logTail)), LINES));
  if (lines.length === 0) return null;
  return (
    <pre className="overflow-hidden rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs whitespace-pre-wrap">
      {lines.map(({ number, text }) => (
        <LogLine key={number} line={{ text }} matches={[]} current={-1} />
      ))}
    </pre>
  );
}

/** What a script says after its errors, on the other stream, hides them. */
function untilLastError(lines: readonly DomainLine[]): readonly DomainLine[] {
  const last = lines.findLastIndex(({ kind }) => kind === "stderr");
  return last === -1 ? lines : lines.slice(0, last + 1);
}

function numbered(lines: readonly DomainLine[]): { number: number; text: string }[] {
  return lines.map(({ text }, number) => ({
    number,
    text: text.length > LINE_LENGTH ? `${text.slice(0, LINE_LENGTH)}…` : text,
  }));
}
