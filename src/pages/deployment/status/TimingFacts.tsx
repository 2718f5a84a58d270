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
  async () => (await import("./GroupHistory.tsx")).GroupNeighbours,
  { place: "phrase" },
);

interface TimingFactsProps {
  timing: Timing;
  hasEnded: boolean;
}

/** When the deployment was created, started and ended, and what is strange about these times. */
export function TimingFacts({ timing, hasEnded }: TimingFactsProps) {
  const { createdMs, startedMs, completedMs, queue, oddities } = timing;
  const notEnded = hasEnded ? "not reported" : "not ended";
  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-1">
        <dl className="grid gap-x-8 gap-y-1 sm:flex sm:flex-wrap">
          <Fact name="Created">
            {createdMs === undefined ? "not reported" : <Timestamp atMs={createdMs} />}
          </Fact>
          {queue.kind !== "unknown" && (
            <Fact name="Queued for">
              {queue.kind === "over" ? (
                <Duration lengthMs={queue.lengthMs} />
              ) : (
                <Elapsed sinceMs={queue.sinceMs} />
              )}
            </Fact>
          )}
          <Fact name="Started">
            {startedMs === undefined ? "not reported" : <Timestamp atMs={startedMs} />}
          </Fact>
          <Fact name="Ended">{completedMs === undefined ? notEnded : <Timestamp atMs={completedMs} />}</Fact>
        </dl>
        {/* Loads later. Beside the times there is room for it, so that nothing moves. */}
        <GroupNeighbours />
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

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-2 sm:block">
      <dt className="min-w-20 text-muted">{name}</dt>
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
