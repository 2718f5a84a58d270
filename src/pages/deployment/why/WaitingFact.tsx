import type { WaitClock } from "../../../codedeploy/waiting/event-wait.ts";
import { targetWaitWords } from "../../../codedeploy/waiting/target-wait-words.ts";
import type { TargetWait } from "../../../codedeploy/waiting/target-waiting.ts";
import { Property } from "../../../ui/PropertyList.tsx";
import { useNow } from "../../../ui/clock.ts";
import { Countdown, Elapsed } from "../../../ui/time.tsx";

interface WaitingFactProps {
  wait: TargetWait;
  /** What a target is called. */
  noun: string;
}

/** What the targets are waiting for, how long, and until when at most: a pair for a property list. */
export function WaitingFact({ wait, noun }: WaitingFactProps) {
  const { name, what, limit, unknown, advice } = targetWaitWords(wait, noun);
  const { clock } = wait;
  return (
    <Property
      name={name}
      hint={
        clock ? (
          <WaitProgress clock={clock} limit={limit} advice={advice} />
        ) : (
          [unknown, advice].filter(Boolean).join(" ") || undefined
        )
      }
    >
      {what}
    </Property>
  );
}

/** A limit that is far away, of a wait that has hardly begun, says nothing. */
const WORTH_A_WORD_MS = 60_000;
/** A wait that has lasted so long may be stuck. */
const LONG_MS = 5 * 60_000;

interface WaitProgressProps {
  clock: WaitClock;
  limit: string | undefined;
  advice: string | undefined;
}

/** How long a wait has lasted, and how long it may still. A leaf, since it looks at the clock. */
function WaitProgress({ clock, limit, advice }: WaitProgressProps) {
  const nowMs = useNow();
  const { sinceMs, untilMs } = clock;
  const hasLasted = nowMs - sinceMs >= WORTH_A_WORD_MS;
  const isNear = untilMs !== undefined && untilMs - nowMs < 10 * WORTH_A_WORD_MS;
  return (
    <>
      For <Elapsed sinceMs={sinceMs} /> so far.
      {untilMs !== undefined && (hasLasted || isNear) && nowMs < untilMs && (
        <>
          {" "}
          {limit} <Countdown untilMs={untilMs} /> left.
        </>
      )}
      {untilMs !== undefined && nowMs >= untilMs && " The time set for this has passed."}
      {advice !== undefined && nowMs - sinceMs >= LONG_MS && ` ${advice}`}
    </>
  );
}
