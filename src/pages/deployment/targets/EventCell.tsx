import type { LifecycleEvent } from "../../../codedeploy/targets/lifecycle-event.ts";
import { Elapsed } from "../../../ui/Elapsed.tsx";
import { TargetStateIcon } from "../../frame/TargetStateIcon.tsx";
import { TONE_TEXT } from "../../frame/tone.ts";
import { eventSentence, eventWords } from "../../../codedeploy/targets/event-words.ts";
import { eventName } from "../../../codedeploy/targets/target-words.ts";

interface EventCellProps {
  event: LifecycleEvent;
  /** Its column, for the keyboard. */
  cell: number;
  isTabStop: boolean;
}

/** One step of one target: its state, and how long it took or has been going on. */
export function EventCell({ event, cell, isTabStop }: EventCellProps) {
  const words = eventWords(event);
  const { word, tone, timing, length } = words;
  // The commonest state needs no word in each of a thousand cells: its icon stands beside its word above them.
  const isPlain = tone === "ok" && length !== undefined;
  const still = isPlain ? length : [word, length].filter(Boolean).join(" ");
  return (
    <button
      type="button"
      data-cell={cell}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={eventSentence(eventName(event.name), words)}
      className={`flex h-full w-full items-center gap-1 px-2 whitespace-nowrap tabular-nums hover:bg-sunken ${
        tone === "fail" || tone === "run" ? `font-semibold ${TONE_TEXT[tone]}` : "text-muted"
      }`}
    >
      <TargetStateIcon state={event.status} tone={tone} />
      {timing.kind === "running" ? <Elapsed sinceMs={timing.sinceMs} /> : still}
    </button>
  );
}
