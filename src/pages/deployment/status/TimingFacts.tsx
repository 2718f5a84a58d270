import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { Timing, TimingOddity } from "../../../codedeploy/deployment/timing.ts";
import { isAhead } from "../../../codedeploy/deployment/timing.ts";
import { Duration, Elapsed, Timestamp } from "../../../ui/time.tsx";
import { useNow } from "../../../ui/clock.ts";
import { laterPart } from "../../../ui/later-part.tsx";

const ODDITIES: Readonly<Record<TimingOddity, string>> = {
  "no-moment": "AWS sent a time that cannot be right. It is left out here; the raw answer has it.",
  "start-after-end":
    "AWS reports a start later than the end: the clocks of its servers differ. The duration counts from creation.",
  "start-before-creation": "AWS reports a start before the creation: the clocks of its servers differ.",
  "end-before-creation": "AWS reports an end before the creation: the clocks of its servers differ.",
};

const GroupNeighbours = laterPart(
  "Links to the deployments before and after it",
  async () => (await import("./GroupNeighbours.tsx")).GroupNeighbours,
  { place: "phrase" },
);

interface TimingFactsProps {
  timing: Timing;
  hasEnded: boolean;
}

/** When the deployment was created, started and ended, and what is strange about these times. */
export function TimingFacts({ timing, hasEnded }: TimingFactsProps) {
  const { createdMs, startedMs, completedMs, queue, oddities } = timing;
  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-1">
        <dl className="flex flex-wrap gap-x-5 gap-y-1">
          <Moment name="Created" atMs={createdMs} />
          {queue.kind !== "unknown" && (
            <Fact name="Queued for">
              {queue.kind === "over" ? (
                <Duration lengthMs={queue.lengthMs} />
              ) : (
                <Elapsed sinceMs={queue.sinceMs} />
              )}
            </Fact>
          )}
          {/* Until it has ended, the status says as much of what is not reported. */}
          {(startedMs !== undefined || hasEnded) && <Moment name="Started" atMs={startedMs} />}
          {(completedMs !== undefined || hasEnded) && <Moment name="Ended" atMs={completedMs} />}
        </dl>
        <div className="min-h-6 max-sm:basis-full">
          <GroupNeighbours />
        </div>
      </div>
      {oddities.map((oddity) => (
        <p key={oddity} className="text-muted">
          {ODDITIES[oddity]}
        </p>
      ))}
      <ClockNote moments={[createdMs, startedMs, completedMs]} />
    </div>
  );
}

/** A moment by its name. On a phone, where there is room for what happened only, one that is not reported is left to screen readers. */
function Moment({ name, atMs }: { name: string; atMs: number | undefined }) {
  return (
    <Fact name={name} isMinor={atMs === undefined}>
      {atMs === undefined ? "not reported" : <Timestamp atMs={atMs} />}
    </Fact>
  );
}

function Fact({ name, isMinor, children }: { name: string; isMinor?: boolean; children: ReactNode }) {
  return (
    <div className={clsx("flex flex-wrap gap-x-1.5", isMinor && "max-sm:sr-only")}>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A leaf of its own, since it looks at the clock. */
function ClockNote({ moments }: { moments: readonly (number | undefined)[] }) {
  const nowMs = useNow();
  if (!moments.some((atMs) => isAhead(atMs, nowMs))) return null;
  return (
    <p className="text-muted">
      Some of these times lie ahead of this computer's clock. One of the two is wrong.
    </p>
  );
}
