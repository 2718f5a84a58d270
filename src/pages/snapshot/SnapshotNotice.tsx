import type { RedactionKind } from "../../codedeploy/sharing/redaction.ts";
import { REDACTION_WORDS } from "../../codedeploy/sharing/redaction.ts";
import type { AppError } from "../../errors/app-error.ts";
import { errorWords } from "../../errors/error-words.ts";
import { formatCount } from "../../format/counts.ts";
import { formatList } from "../../format/list.ts";
import { formatDateTime } from "../../format/date-time.ts";
import { formatDuration } from "../../format/duration.ts";
import { shortText } from "../../format/text.ts";
import type { Snapshot } from "../../queries/snapshot/snapshot-schema.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useTimeZone } from "../../ui/clock.ts";
import { keysOf } from "../../values/look-up.ts";

interface SnapshotNoticeProps {
  snapshot: Snapshot;
  /** Why the page was not being refreshed when it was taken. */
  error: AppError | undefined;
}

/** An answer that was older than this when it was kept is worth a word. */
const OLD_MS = 60_000;

/** Says that the page is not live, as of when it stands, and what is not in it. */
export function SnapshotNotice({ snapshot, error }: SnapshotNoticeProps) {
  const zone = useTimeZone();
  const { region, deploymentId, takenAt, answeredAt, redacted, leftOut } = snapshot;
  const takenAtMs = Date.parse(takenAt);
  const ageMs = answeredAt === undefined ? undefined : takenAtMs - Date.parse(answeredAt);
  const marked = keysOf(REDACTION_WORDS).filter((kind) => (redacted[kind] ?? 0) > 0);
  return (
    <Notice
      tone="wait"
      title={`Snapshot of ${shortText(deploymentId)} in ${shortText(region)}, taken ${formatDateTime(takenAtMs, zone)}, not live`}
    >
      <p>
        AWS is not asked. Times that count stand where they stood then.
        {ageMs !== undefined &&
          ageMs >= OLD_MS &&
          ` AWS’s answer about the deployment was ${formatDuration(ageMs)} old.`}
        {error && ` The page was not being refreshed: ${errorWords(error).title}.`}
      </p>
      {marked.length > 0 && (
        <p>
          Marks stand in the place of what was taken out:{" "}
          {formatList(
            marked.map((kind) => countOf(kind, redacted)),
            "and",
          )}
          .
        </p>
      )}
      {leftOut.length > 0 && (
        <p>
          Left out: <AwsText text={leftOut.join("; ")} cap={300} />.
        </p>
      )}
    </Notice>
  );
}

function countOf(kind: RedactionKind, redacted: Snapshot["redacted"]): string {
  const [first = "", ...rest] = REDACTION_WORDS[kind];
  return `${first.toLowerCase()}${rest.join("")} (${formatCount(redacted[kind] ?? 0)})`;
}
