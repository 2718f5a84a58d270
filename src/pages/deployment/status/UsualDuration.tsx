import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import type { Span } from "../../../codedeploy/deployment/timing.ts";
import { formatDuration } from "../../../format/duration.ts";
import { useGroupHistory } from "../../../queries/group-history.ts";
import { useNow } from "../../../ui/use-now.ts";

interface UsualDurationProps {
  region: string;
  deployment: Deployment;
  span: Span;
}

/** "usually 3m, 1m over": how the deployment compares with the last successes of its group. */
export function UsualDuration({ region, deployment, span }: UsualDurationProps) {
  const usualMs = useGroupHistory(region, deployment)?.usualMs;
  if (usualMs === undefined || span.kind === "unknown") return null;
  return (
    <span title="The median of the last successful deployments of this group">
      {" "}
      · usually {formatDuration(usualMs)}
      {span.kind === "total" ? (
        overBy(span.lengthMs - usualMs)
      ) : (
        <OverSoFar usualMs={usualMs} sinceMs={span.sinceMs} />
      )}
    </span>
  );
}

/** A leaf of its own, since it looks at the clock. */
function OverSoFar({ usualMs, sinceMs }: { usualMs: number; sinceMs: number }) {
  return overBy(useNow() - sinceMs - usualMs);
}

/** How much longer than usual; nothing while it is not. */
function overBy(differenceMs: number): string {
  return differenceMs >= 1_000 ? `, ${formatDuration(differenceMs)} over` : "";
}
