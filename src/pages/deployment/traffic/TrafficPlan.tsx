import type { PlannedStep } from "../../../codedeploy/traffic/traffic-plan.ts";
import { formatCount } from "../../../format/counts.ts";
import { formatRelative } from "../../../format/relative-time.ts";
import { Countdown } from "../../../ui/time.tsx";
import { TargetStateIcon } from "../../frame/StatusIcon.tsx";
import { useNow } from "../../../ui/clock.ts";

/** Of more steps than these only the sentence is shown. */
const MAX_DRAWN = 20;

const STATES: Readonly<
  Record<PlannedStep["state"], { icon: string; tone: "ok" | "run" | "neutral" | "stop"; word: string }>
> = {
  done: { icon: "Succeeded", tone: "ok", word: "done" },
  next: { icon: "Pending", tone: "run", word: "next" },
  ahead: { icon: "Pending", tone: "neutral", word: "planned" },
  off: { icon: "Skipped", tone: "stop", word: "not done" },
};

/** The planned shifts of traffic against what has happened, and when the next one is due. */
export function TrafficPlan({ steps }: { steps: readonly PlannedStep[] }) {
  const done = steps.filter(({ state }) => state === "done").length;
  const next = steps.find(({ state }) => state === "next");
  return (
    <div className="space-y-1.5">
      <h3 className="font-semibold">
        Planned shifts{" "}
        <span className="font-normal text-muted tabular-nums">
          {formatCount(done)} of {formatCount(steps.length)} done
        </span>
      </h3>
      {next && (
        <p>
          Next: {next.percent}% <NextDue dueMs={next.dueMs} />
          {steps.length > 1 && (
            <span className="text-muted">. AWS has no call that skips the steps that are left.</span>
          )}
        </p>
      )}
      {steps.length <= MAX_DRAWN && (
        <ol className="flex flex-wrap gap-x-3 gap-y-1">
          {steps.map(({ percent, state }) => {
            const { icon, tone, word } = STATES[state];
            return (
              <li key={percent} className="inline-flex items-center gap-1 tabular-nums">
                <TargetStateIcon state={icon} tone={tone} />
                {percent}%<span className="sr-only"> {word}</span>
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}

/** AWS reports a shift some seconds after it was due. */
const LATE_MS = 60_000;

/** A leaf of its own, since it looks at the clock. */
function NextDue({ dueMs }: { dueMs: number | undefined }) {
  const nowMs = useNow();
  if (dueMs === undefined) return <span className="text-muted">when traffic starts to shift</span>;
  if (nowMs - dueMs >= LATE_MS) return <>was due {formatRelative(dueMs, nowMs)}</>;
  if (dueMs <= nowMs) return <>is due now</>;
  return (
    <>
      in <Countdown untilMs={dueMs} />
    </>
  );
}
