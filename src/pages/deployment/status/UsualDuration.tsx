import type { Span } from "../../../codedeploy/deployment/timing.ts";
import { isBeforeStart } from "../../../codedeploy/deployment/status.ts";
import type { WaitedTime } from "../../../codedeploy/waiting/waited-time.ts";
import { waitedForWords, waitedMs } from "../../../codedeploy/waiting/waited-time.ts";
import { formatDuration, shownDifferenceMs } from "../../../format/duration.ts";
import { useGroupHistory } from "../../../queries/group-history.ts";
import { useNow } from "../../../ui/clock.ts";
import { useShownDeployment } from "../shown-deployment.ts";
import { useWaits } from "../use-waits.ts";

/** "10m of it waiting to be rerouted · usually 3m, 1m over": what of the time was waiting, and how the rest compares. */
export function UsualDuration({ span }: { span: Span }) {
  const { region, deployment } = useShownDeployment();
  const usualMs = useGroupHistory(region, deployment)?.usualMs;
  const waits = useWaits();
  if (span.kind === "unknown") return null;
  // A deployment that has not begun, or waits for somebody since nobody knows when, is not slow.
  const isWork = !isBeforeStart(deployment.status) && (deployment.status !== "Ready" || waits.length > 0);
  return (
    <>
      {waits.length > 0 && (
        <span>
          <Waited waits={waits} />
          {usualMs !== undefined && " · "}
        </span>
      )}
      {usualMs !== undefined && (
        <span className="text-muted" title="The median of the last successful deployments of this group">
          usually {formatDuration(usualMs)}
          {isWork && <Over usualMs={usualMs} span={span} waits={waits} />}
        </span>
      )}
    </>
  );
}

/** A leaf of its own, since it looks at the clock. */
function Waited({ waits }: { waits: readonly WaitedTime[] }) {
  return `${formatDuration(waitedMs(waits, useNow()))} of it ${waitedForWords(waits)}`;
}

interface OverProps {
  usualMs: number;
  span: Exclude<Span, { kind: "unknown" }>;
  waits: readonly WaitedTime[];
}

/** How much longer than usual it has worked; nothing while it has not. Time that somebody took to reroute the traffic is no work. */
function Over({ usualMs, span, waits }: OverProps) {
  const nowMs = useNow();
  const lengthMs = span.kind === "total" ? span.lengthMs : nowMs - span.sinceMs;
  const forSomebody = waits.filter(({ kind }) => kind === "reroute");
  const workMs = shownDifferenceMs(lengthMs, waitedMs(forSomebody, nowMs));
  const overMs = shownDifferenceMs(workMs, usualMs);
  return overMs >= 1_000 ? `, ${formatDuration(overMs)} over` : "";
}
