import { clsx } from "clsx";
import type { TimeAxis } from "../../../codedeploy/targets/event-time-axis.ts";
import { shareOf } from "../../../codedeploy/targets/event-time-axis.ts";
import { timing } from "../../../codedeploy/deployment/timing.ts";
import type { WaitedTime } from "../../../codedeploy/waiting/waited-time.ts";
import { waitEndMs, waitedForWords, waitedMs } from "../../../codedeploy/waiting/waited-time.ts";
import { formatList } from "../../../format/list.ts";
import { formatDuration } from "../../../format/duration.ts";
import { useNow } from "../../../ui/clock.ts";
import { Duration, Elapsed } from "../../../ui/time.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/** A pattern, so that waiting differs from work by more than its colour. */
const HATCHED =
  "border border-edge bg-[repeating-linear-gradient(45deg,var(--color-edge)_0_1px,transparent_1px_5px)] forced-color-adjust-none print:[print-color-adjust:exact]";

interface WaitBarsProps {
  waits: readonly WaitedTime[];
  axis: TimeAxis;
}

/** The deployment's waits on the axis of one target, hatched: in the gaps between events, or below the event that waits. */
export function WaitBars({ waits, axis }: WaitBarsProps) {
  return waits.map((wait) =>
    wait.untilMs !== undefined && wait.untilMs <= axis.endMs ? (
      <WaitBar key={wait.kind} wait={wait} axis={axis} nowMs={wait.untilMs} />
    ) : (
      <GrowingWait key={wait.kind} wait={wait} axis={axis} />
    ),
  );
}

interface WaitBarProps {
  wait: WaitedTime;
  axis: TimeAxis;
}

/** A leaf of its own, since it looks at the clock. */
function GrowingWait(props: WaitBarProps) {
  return <WaitBar {...props} nowMs={useNow()} />;
}

function WaitBar({ wait, axis, nowMs }: WaitBarProps & { nowMs: number }) {
  const from = shareOf(wait.sinceMs, axis);
  const to = shareOf(waitEndMs(wait, nowMs), axis);
  const words = `${waitedForWords([wait])}: ${formatDuration(waitedMs([wait], nowMs))}`;
  return (
    <span
      title={words}
      className={clsx("absolute", HATCHED, wait.kind === "shifts" ? "bottom-0 h-1.5" : "inset-y-1.5")}
      style={{ left: `${from * 100}%`, width: `${Math.max(0, to - from) * 100}%` }}
    >
      <span className="sr-only">{words}</span>
    </span>
  );
}

/** "1h 1m, of which 1h waiting to be rerouted", with the pattern of the waits. Nothing for a deployment without any. */
export function WaitsLine({ waits }: { waits: readonly WaitedTime[] }) {
  const { span } = timing(useShownDeployment().deployment);
  if (waits.length === 0) return null;
  return (
    <p className="flex items-center gap-2">
      <span aria-hidden className={`h-3 w-6 ${HATCHED}`} />
      <span>
        {span.kind === "total" && <Duration lengthMs={span.lengthMs} />}
        {span.kind === "running" && <Elapsed sinceMs={span.sinceMs} />}
        {span.kind !== "unknown" && ", of which "}
        <EachWait waits={waits} />
      </span>
    </p>
  );
}

/** A leaf of its own, since it looks at the clock. */
function EachWait({ waits }: { waits: readonly WaitedTime[] }) {
  const nowMs = useNow();
  const each = waits.map((wait) => `${formatDuration(waitedMs([wait], nowMs))} ${waitedForWords([wait])}`);
  return formatList(each, "and");
}
