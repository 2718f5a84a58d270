import { clsx } from "clsx";
import type { TimeAxis } from "../../../codedeploy/targets/event-time-axis.ts";
import { eventBar } from "../../../codedeploy/targets/event-time-axis.ts";
import type { LifecycleEvent } from "../../../codedeploy/targets/lifecycle-event.ts";
import { eventTiming } from "../../../codedeploy/targets/event-timing.ts";
import { useNow } from "../../../ui/use-now.ts";
import { TONE_FILL } from "../../frame/tone.ts";
import { eventSentence, eventWords } from "../../../codedeploy/targets/event-words.ts";
import { eventName } from "../../../codedeploy/targets/target-words.ts";

interface EventBarProps {
  event: LifecycleEvent;
  axis: TimeAxis;
  /** Its place in the row, for the keyboard. */
  cell: number;
  isTabStop: boolean;
  isOpen: boolean;
}

/** One event as a bar from its beginning to its end; one that runs grows. Nothing for one without times. */
export function EventBar(props: EventBarProps) {
  return eventTiming(props.event).kind === "running" ? (
    <GrowingBar {...props} />
  ) : (
    <Bar {...props} nowMs={0} />
  );
}

/** A leaf of its own, since it looks at the clock. */
function GrowingBar(props: EventBarProps) {
  return <Bar {...props} nowMs={useNow()} />;
}

function Bar({ event, axis, cell, isTabStop, isOpen, nowMs }: EventBarProps & { nowMs: number }) {
  const words = eventWords(event);
  const bar = eventBar(words.timing, axis, nowMs);
  if (!bar) return null;
  const name = eventName(event.name);
  const sentence = eventSentence(name, words);
  return (
    <button
      type="button"
      data-cell={cell}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={sentence}
      title={sentence}
      className={clsx(
        "absolute inset-y-0 min-w-1 overflow-hidden rounded-xs border border-page px-1 text-left text-[0.6875rem] whitespace-nowrap text-page forced-color-adjust-none",
        TONE_FILL[words.tone],
        isOpen && "outline-2 outline-ink",
      )}
      style={{ left: `${bar.from * 100}%`, width: `${(bar.to - bar.from) * 100}%` }}
    >
      {words.tone === "fail" ? `✗ ${name}` : name}
    </button>
  );
}
