import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { formatDuration } from "../../../format/duration.ts";
import { formatRelative } from "../../../format/relative-time.ts";
import type { LiveDeployment } from "../../../queries/deployment.ts";
import { useNow } from "../../../ui/use-now.ts";

/** One line: live, paused, finished or out of touch, when the answer came and when the next one is due. */
export function LiveState({ live }: { live: LiveDeployment }) {
  const nowMs = useNow();
  const { updatedAtMs, nextAtMs } = live.timing();
  const updated = updatedAtMs === undefined ? undefined : formatRelative(updatedAtMs, nowMs);
  const isFinal = isFinished(live.answer?.deployment.status);
  const isDue = nextAtMs !== undefined && !isFinal && !live.isOffline;
  const next = isDue ? formatDuration(Math.max(0, nextAtMs - nowMs)) : undefined;
  return (
    <p className="flex flex-wrap items-baseline gap-x-1.5 text-xs tabular-nums">
      <span className="font-medium">{stateWord(live, nextAtMs !== undefined)}</span>
      {updated !== undefined && <span className="text-muted">· updated {updated}</span>}
      {next !== undefined && (
        <span className="text-muted max-sm:sr-only">
          · {live.error ? "next try" : "next"} in {isDue && nextAtMs <= nowMs ? "a moment" : next}
        </span>
      )}
    </p>
  );
}

function stateWord({ answer, error, isPaused, isOffline }: LiveDeployment, isTrying: boolean): string {
  if (isFinished(answer?.deployment.status)) return "Final";
  if (isPaused) return "Paused";
  if (isOffline) return "Offline";
  if (error?.kind === "throttled") return "AWS is rate limiting";
  if (error) return isTrying ? "Reconnecting" : "Not refreshing";
  return "Live";
}
