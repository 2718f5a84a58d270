import { clsx } from "clsx";
import { memo } from "react";
import type { EventColumn } from "../../../codedeploy/targets/event-columns.ts";
import { keyedEvents } from "../../../codedeploy/targets/event-columns.ts";
import type { TargetEntry } from "../../../codedeploy/targets/target-list.ts";
import { targetOf } from "../../../codedeploy/targets/target-list.ts";
import { EventCell } from "./EventCell.tsx";
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
      <th
        scope="row"
        aria-selected={isOpen && openEvent === undefined}
        className="sticky left-0 z-1 border-t border-line bg-page p-0 aria-selected:bg-sunken"
      >
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
              "border-t border-line p-0 text-xs",
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
