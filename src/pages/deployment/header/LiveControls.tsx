import { Pause, Play, RotateCw } from "lucide-react";
import { useState } from "react";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { formatDuration } from "../../../format/duration.ts";
import { formatRelative } from "../../../format/relative-time.ts";
import type { LiveDeployment } from "../../../queries/deployment.ts";
import { Button } from "../../../ui/Button.tsx";
import { useNow, useOnTick } from "../../../ui/clock.ts";
import { laterPart } from "../../../ui/later-part.tsx";
import type { SharedDeployment } from "../share/ShareMenu.tsx";
import type { LiveExtrasProps } from "./LiveExtras.tsx";

const LiveExtras = laterPart(
  "The menu for alerts",
  async () => (await import("./LiveExtras.tsx")).LiveExtras,
  { place: "phrase", fallback: <span className="control inline-block min-w-9.5" /> },
);

const ShareMenu = laterPart<SharedDeployment>(
  "The menu for sharing",
  async () => (await import("../share/ShareMenu.tsx")).ShareMenu,
  { place: "phrase", fallback: <span className="control inline-block min-w-9.5 sm:w-20" /> },
);

/** How fresh the page is, and the reader's hand on it: pause or resume, and refresh now. */
export function LiveControls({ live, ...extras }: LiveExtrasProps) {
  const [isRefreshing, setRefreshing] = useState(false);
  const hasEnded = isFinished(live.answer?.deployment.status);
  const refresh = async () => {
    setRefreshing(true);
    await live.refresh();
    setRefreshing(false);
  };
  return (
    <>
      {/* At the left, where its words may change their length without moving anything. Paper is not live. */}
      <div className="min-w-0 flex-1 print:invisible">
        <LiveState live={live} />
      </div>
      {!hasEnded && (
        <Button
          look="bare"
          aria-label={live.isPaused ? "Resume refreshing" : "Pause refreshing"}
          title={live.isPaused ? "Resume refreshing" : "Pause refreshing"}
          onClick={() => live.setPaused(!live.isPaused)}
        >
          {live.isPaused ? <Play aria-hidden size={16} /> : <Pause aria-hidden size={16} />}
        </Button>
      )}
      <Button
        look="bare"
        aria-label="Refresh now"
        title="Refresh now"
        aria-disabled={isRefreshing}
        onClick={isRefreshing ? undefined : refresh}
      >
        <RotateCw aria-hidden size={16} className={isRefreshing ? "animate-spin" : undefined} />
      </Button>
      <LiveExtras live={live} {...extras} />
      {live.answer && <ShareMenu {...extras} deployment={live.answer.deployment} />}
    </>
  );
}

/** One line: live, paused, finished or out of touch, when the answer came and when the next one is due. */
function LiveState({ live }: { live: LiveDeployment }) {
  const nowMs = useNow();
  const updatedAtMs = useOnTick(live.updatedAtMs);
  const nextAtMs = useOnTick(live.nextAtMs);
  const updated = updatedAtMs === undefined ? undefined : formatRelative(updatedAtMs, nowMs);
  const isFinal = isFinished(live.answer?.deployment.status);
  const isDue = nextAtMs !== undefined && !isFinal && !live.isOffline;
  const next = isDue ? formatDuration(Math.max(0, nextAtMs - nowMs)) : undefined;
  return (
    <p className="flex flex-wrap items-baseline gap-x-1.5 text-xs tabular-nums">
      <span className="font-medium">{stateWord(live, nextAtMs !== undefined)}</span>
      {updated !== undefined && (
        <span className="text-muted">
          · <span className="max-sm:sr-only">updated </span>
          {updated}
        </span>
      )}
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
