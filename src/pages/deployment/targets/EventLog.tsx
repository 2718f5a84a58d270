import type { LogLine } from "../../../codedeploy/failure/log-tail.ts";
import { logLines } from "../../../codedeploy/failure/log-tail.ts";
import type { Target } from "../../../codedeploy/targets/target.ts";
import { shortText } from "../../../format/short-text.ts";
import type { LogViewLine } from "../../../ui/LogLine.tsx";
import { LogView } from "../../../ui/LogView.tsx";

interface EventLogProps {
  logTail: string | undefined;
  /** What wrote it. */
  name: string;
  kind: Target["facts"]["kind"];
}

/** What the event's script wrote last, or why there is nothing to show. */
export function EventLog({ logTail, name, kind }: EventLogProps) {
  if (logTail !== undefined) {
    return (
      <div className="space-y-1">
        <p className="text-xs text-muted">
          The last lines that the agent kept (about 2 KB). The whole log is on the instance.
        </p>
        <LogView
          name={`Log of ${shortText(name)}`}
          lines={logLines(logTail).flatMap((line) => viewLine(line) ?? [])}
          raw={logTail}
        />
      </div>
    );
  }
  return (
    <p className="text-muted">
      {kind === "instance"
        ? "AWS has no log of this event."
        : "CodeDeploy keeps no logs on this platform. A hook's own log is in CloudWatch, under its Lambda function."}
    </p>
  );
}

/** The agent's own lines say no more than what stands around the log. */
function viewLine({ kind, text }: LogLine): LogViewLine | undefined {
  if (kind === "event" || kind === "script") return undefined;
  return kind === "stderr" ? { text, note: "stderr" } : { text };
}
