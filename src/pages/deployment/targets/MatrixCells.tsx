import { clsx } from "clsx";
import { memo } from "react";
import type { EventColumn } from "../../../codedeploy/targets/event-columns.ts";
import { keyedEvents } from "../../../codedeploy/targets/event-columns.ts";
import { eventSentence, eventWords } from "../../../codedeploy/targets/event-time-axis.ts";
import type { LifecycleEvent } from "../../../codedeploy/targets/lifecycle-event.ts";
import type { TargetEntry } from "../../../codedeploy/targets/target-list.ts";
import { targetOf } from "../../../codedeploy/targets/target-list.ts";
import { eventName } from "../../../codedeploy/targets/target-words.ts";
import { Elapsed } from "../../../ui/time.tsx";
import { TONE_TEXT, TargetStateIcon } from "../../frame/StatusIcon.tsx";
import { TargetCell } from "./TargetCell.tsx";

export interface RowCellsProps {
  id: string;
  /** Keeps its identity from poll to poll unless the target has changed. */
  entry: TargetEntry | undefined;
  /** The column that Tab leads to; absent when it is in another row. */
  tabStop: number | undefined;
  /** Whether this target is open, and which of its events. */
  isOpen: boolean;
  openEvent: string | undefined;
}

/**
 * The cell of the target's name. Its height is that of the row, since what stands in a cell can be as high as the cell only
 * where that has a height of its own.
 */
export const HEAD_CELL =
  "sticky left-0 z-1 h-9 print:static border-t border-line bg-page p-0 aria-selected:bg-sunken aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-ink";

interface MatrixCellsProps extends RowCellsProps {
  columns: readonly EventColumn[];
}

/** The cells of one target. Memoised, so that a poll renders only the rows that it changes. */
export const MatrixCells = memo(function MatrixCells(props: MatrixCellsProps) {
  const { id, entry, columns, tabStop, isOpen, openEvent } = props;
  const target = targetOf(entry);
  const events = target && keyedEvents(target);
  return (
    <>
      <th scope="row" aria-selected={isOpen && openEvent === undefined} className={HEAD_CELL}>
        <TargetCell id={id} entry={entry} isTabStop={tabStop === 0} />
      </th>
      {columns.map(({ key }, index) => {
        const event = events?.get(key);
        const isSelected = isOpen && openEvent === key;
        return (
          <td
            key={key}
            aria-selected={isSelected}
            className={clsx(
              "h-9 border-t border-line p-0 text-xs",
              isSelected && "bg-sunken outline-2 -outline-offset-2 outline-ink",
            )}
          >
            {event && <EventCell event={event} cell={index + 1} isTabStop={tabStop === index + 1} />}
          </td>
        );
      })}
    </>
  );
});

interface EventCellProps {
  event: LifecycleEvent;
  /** Its column, for the keyboard. */
  cell: number;
  isTabStop: boolean;
}

/** One step of one target: its state, and how long it took or has been going on. */
function EventCell({ event, cell, isTabStop }: EventCellProps) {
  const words = eventWords(event);
  const { word, tone, timing, length } = words;
  // These states need no word in each of a thousand cells: each has its icon, which stands beside its word above them.
  const isPlain = (tone === "ok" || tone === "fail") && length !== undefined;
  const still = isPlain ? length : [word, length].filter(Boolean).join(" ");
  return (
    <button
      type="button"
      data-cell={cell}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={eventSentence(eventName(event.name), words)}
      className={`flex h-full w-full items-center gap-1 px-1.5 text-left whitespace-nowrap tabular-nums hover:bg-sunken print:block print:px-0.5 print:whitespace-normal ${
        tone === "fail" || tone === "run" ? `font-semibold ${TONE_TEXT[tone]}` : "text-muted"
      }`}
    >
      <TargetStateIcon state={event.status} tone={tone} />
      {timing.kind === "running" ? <Elapsed sinceMs={timing.sinceMs} /> : still}
    </button>
  );
}
