import { clsx } from "clsx";
import { memo } from "react";
import type { EventColumn } from "../../domain/event-columns.ts";
import { keyedEvents } from "../../domain/event-columns.ts";
import type { DeploymentRef } from "../../domain/deployment.ts";
import { targetOf } from "../../domain/target-list.ts";
import { useTarget } from "../../queries/use-targets.ts";
import { EventCell } from "./EventCell.tsx";
import { TargetCell } from "./TargetCell.tsx";

export interface RowCellsProps extends DeploymentRef {
  id: string;
  /** The column that Tab leads to; absent when it is in another row. */
  tabStop: number | undefined;
  /** Whether this target is open, and which of its events. */
  isOpen: boolean;
  openEvent: string | undefined;
}

interface MatrixCellsProps extends RowCellsProps {
  columns: readonly EventColumn[];
}

/** The cells of one target. Listens to this target alone, so that a poll renders only the rows that it changes. */
export const MatrixCells = memo(function MatrixCells(props: MatrixCellsProps) {
  const { region, deploymentId, id, columns, tabStop, isOpen, openEvent } = props;
  const entry = useTarget({ region, deploymentId }, id);
  const target = targetOf(entry);
  const events = target && keyedEvents(target);
  return (
    <>
      <th
        scope="row"
        aria-selected={isOpen && openEvent === undefined}
        className="sticky left-0 z-1 border-t border-line bg-page p-0 aria-selected:bg-hover"
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
              "border-t border-l border-line p-0 text-xs",
              isSelected && "bg-hover outline-2 -outline-offset-2 outline-ink",
            )}
          >
            {event && <EventCell event={event} cell={index + 1} isTabStop={tabStop === index + 1} />}
          </td>
        );
      })}
    </>
  );
});
