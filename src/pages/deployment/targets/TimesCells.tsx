import { clsx } from "clsx";
import { memo } from "react";
import { keyedEvents } from "../../../codedeploy/targets/event-columns.ts";
import type { TimeAxis } from "../../../codedeploy/targets/event-time-axis.ts";
import {
  eventBar,
  eventSentence,
  eventTiming,
  eventWords,
} from "../../../codedeploy/targets/event-time-axis.ts";
import type { LifecycleEvent } from "../../../codedeploy/targets/lifecycle-event.ts";
import { targetOf } from "../../../codedeploy/targets/target-list.ts";
import { eventName } from "../../../codedeploy/targets/target-words.ts";
import type { WaitedTime } from "../../../codedeploy/waiting/waited-time.ts";
import { useNow } from "../../../ui/clock.ts";
import { TONE_FILL } from "../../frame/StatusIcon.tsx";
import type { RowCellsProps } from "./MatrixCells.tsx";
import { HEAD_CELL } from "./MatrixCells.tsx";
import { TargetCell } from "./TargetCell.tsx";
import { WaitBars } from "./WaitBars.tsx";

interface TimesCellsProps extends RowCellsProps {
  axis: TimeAxis;
  waits: readonly WaitedTime[];
}

/** One target's events as bars on the axis. Memoised as those of the matrix. */
export const TimesCells = memo(function TimesCells(props: TimesCellsProps) {
  const { id, entry, axis, waits, tabStop, isOpen, openEvent } = props;
  const target = targetOf(entry);
  const events = target ? [...keyedEvents(target)] : [];
  return (
    <>
      <th scope="row" aria-selected={isOpen && openEvent === undefined} className={HEAD_CELL}>
        <TargetCell id={id} entry={entry} isTabStop={tabStop === 0} />
      </th>
      <td aria-selected={isOpen} className="h-9 border-t border-l border-line p-0">
        <div className="relative h-full">
          <WaitBars waits={waits} axis={axis} />
          {events.map(([key, event], index) => (
            <EventBar
              key={key}
              event={event}
              axis={axis}
              cell={index + 1}
              isTabStop={tabStop === index + 1}
              isOpen={isOpen && openEvent === key}
            />
          ))}
        </div>
      </td>
    </>
  );
});

interface EventBarProps {
  event: LifecycleEvent;
  axis: TimeAxis;
  /** Its place in the row, for the keyboard. */
  cell: number;
  isTabStop: boolean;
  isOpen: boolean;
}

/** One event as a bar from its beginning to its end; one that runs grows. Nothing for one without times. */
function EventBar(props: EventBarProps) {
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
        "absolute inset-y-0 min-w-1 overflow-hidden border-x border-y-6 border-page px-1 text-left text-[0.6875rem] whitespace-nowrap text-page forced-color-adjust-none",
        TONE_FILL[words.tone],
        isOpen && "outline-2 outline-ink",
      )}
      style={{ left: `${bar.from * 100}%`, width: `${(bar.to - bar.from) * 100}%` }}
    >
      {words.tone === "fail" ? `✗ ${name}` : name}
    </button>
  );
}
