import { statusFacts } from "../../../codedeploy/deployment/status.ts";
import type { Transition } from "../../../codedeploy/deployment/transitions.ts";
import { isBackwards } from "../../../codedeploy/deployment/transitions.ts";
import { formatTimeOfDay, isoDateTime } from "../../../format/date-time.ts";
import { formatDuration } from "../../../format/duration.ts";
import { shortText } from "../../../format/text.ts";
import { useTimeZone } from "../../../ui/clock.ts";

/** "14:03:21 In progress → Succeeded, seen after ≤ 5s": the changes that this page has seen itself, oldest first. */
export function Transitions({ transitions }: { transitions: readonly Transition[] }) {
  if (transitions.length === 0) return null;
  return (
    <ol aria-label="Changes of status that this page has seen" className="space-y-0.5 tabular-nums">
      {transitions.map((transition) => (
        <li key={transition.seenAtMs}>
          <TransitionWords transition={transition} />
        </li>
      ))}
    </ol>
  );
}

/** One change of status. */
export function TransitionWords({ transition }: { transition: Transition }) {
  const zone = useTimeZone();
  return (
    <>
      <time dateTime={isoDateTime(transition.seenAtMs)}>{formatTimeOfDay(transition.seenAtMs, zone)}</time>{" "}
      {shortText(statusFacts(transition.from).word, 30)} →{" "}
      <span className="font-medium">{shortText(statusFacts(transition.to).word, 30)}</span>
      <span className="text-muted">, seen after ≤ {formatDuration(transition.uncertaintyMs)}</span>
      {isBackwards(transition) && (
        <span className="font-medium"> AWS reports it as running again after it had ended.</span>
      )}
    </>
  );
}
