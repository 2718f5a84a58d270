import type { WaitClock } from "../../../codedeploy/waiting/event-wait.ts";
import { Countdown, Elapsed } from "../../../ui/Elapsed.tsx";
import { useNow } from "../../../ui/use-now.ts";

/** A limit that is far away, of a wait that has hardly begun, says nothing. */
const WORTH_A_WORD_MS = 60_000;

/** How long a wait has lasted, and how long it may still. A leaf, since it looks at the clock. */
export function WaitProgress({ clock, limit }: { clock: WaitClock; limit: string }) {
  const nowMs = useNow();
  const hasLasted = nowMs - clock.sinceMs >= WORTH_A_WORD_MS;
  const isNear = clock.untilMs - nowMs < 10 * WORTH_A_WORD_MS;
  return (
    <>
      For <Elapsed sinceMs={clock.sinceMs} /> so far.
      {(hasLasted || isNear) && nowMs < clock.untilMs && (
        <>
          {" "}
          {limit} <Countdown untilMs={clock.untilMs} /> left.
        </>
      )}
      {nowMs >= clock.untilMs && " AWS’s own limit for this has passed."}
    </>
  );
}
