import type { Tone } from "../../codedeploy/deployment/status.ts";
import type { Span } from "../../codedeploy/deployment/timing.ts";
import { formatDuration } from "../../format/duration.ts";
import { useNow } from "../../ui/clock.ts";
import { TONE_FILL } from "../frame/StatusIcon.tsx";

/** What durations are compared with, in milliseconds. */
export interface DurationScale {
  /** As long as all of the bar's place. */
  longestMs: number;
  /** Absent where too few say what is usual. */
  usualMs: number | undefined;
}

interface DurationBarProps {
  span: Span;
  tone: Tone;
  scale: DurationScale;
}

/** A duration in figures and as a bar, with a mark where the usual one ends. The place is kept where AWS says none. */
export function DurationBar({ span, tone, scale }: DurationBarProps) {
  return (
    <div className="w-20 shrink-0 text-right text-xs tabular-nums sm:w-44">
      {span.kind === "total" && <Bar lengthMs={span.lengthMs} tone={tone} scale={scale} />}
      {span.kind === "running" && <RunningBar sinceMs={span.sinceMs} tone={tone} scale={scale} />}
      {span.kind === "unknown" && <span className="text-muted">Duration not known</span>}
    </div>
  );
}

/** A leaf of its own, since it looks at the clock. */
function RunningBar({ sinceMs, ...rest }: Omit<BarProps, "lengthMs"> & { sinceMs: number }) {
  return <Bar lengthMs={Math.max(0, useNow() - sinceMs)} {...rest} />;
}

interface BarProps extends Pick<DurationBarProps, "tone" | "scale"> {
  lengthMs: number;
}

function Bar({ lengthMs, tone, scale: { longestMs, usualMs } }: BarProps) {
  const whole = Math.max(longestMs, lengthMs, 1);
  return (
    <>
      <span>{formatDuration(lengthMs)}</span>
      {usualMs !== undefined && <span className="sr-only">, usually {formatDuration(usualMs)}</span>}
      <span aria-hidden className="relative mt-1 block h-2 rounded-sm bg-hover">
        <span
          className={`block h-full rounded-sm ${TONE_FILL[tone]}`}
          style={{ width: `${Math.max(1, (100 * lengthMs) / whole)}%` }}
        />
        {usualMs !== undefined && (
          <span
            className="absolute -inset-y-0.5 border-l-2 border-ink"
            style={{ left: `${(100 * usualMs) / whole}%` }}
          />
        )}
      </span>
    </>
  );
}
