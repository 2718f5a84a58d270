import { memo } from "react";
import { keyedEvents } from "../../../codedeploy/targets/event-columns.ts";
import type { TimeAxis } from "../../../codedeploy/targets/event-time-axis.ts";
import { targetOf } from "../../../codedeploy/targets/target-list.ts";
import { EventBar } from "./EventBar.tsx";
import type { RowCellsProps } from "./MatrixCells.tsx";
import { TargetCell } from "./TargetCell.tsx";

interface TimesCellsProps extends RowCellsProps {
  axis: TimeAxis;
}

/** One target's events as bars on the axis. Memoised as those of the matrix. */
export const TimesCells = memo(function TimesCells(props: TimesCellsProps) {
  const { id, entry, axis, tabStop, isOpen, openEvent } = props;
  const target = targetOf(entry);
  const events = target ? [...keyedEvents(target)] : [];
  return (
    <>
      <th
        scope="row"
        aria-selected={isOpen && openEvent === undefined}
        className="sticky left-0 z-1 border-t border-line bg-page p-0 aria-selected:bg-sunken"
      >
        <TargetCell id={id} entry={entry} isTabStop={tabStop === 0} />
      </th>
      <td aria-selected={isOpen} className="border-t border-l border-line p-0">
        <div className="relative h-6">
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
