import type { TargetList } from "../../../codedeploy/targets/target-list.ts";
import { useEffect } from "react";
import { useRowWindow } from "../../../ui/use-row-window.ts";
import { TargetRow } from "./TargetRow.tsx";

/** As tall as the row in {@link TargetRow}'s markup. */
const ROW_PX = 56;
const VISIBLE_ROWS = 10;

interface TargetRowsProps {
  list: TargetList;
  ids: readonly string[];
  showFirst: (ids: readonly string[]) => void;
}

/** The targets where there is no room for a matrix: each with the step that matters now. */
export function TargetRows({ list, ids, showFirst }: TargetRowsProps) {
  const { regionRef, onScroll, first, end } = useRowWindow<HTMLElement>(ids.length, ROW_PX, VISIBLE_ROWS);
  const drawn = ids.slice(first, end);
  // What a reader looks at is asked for first.
  useEffect(() => showFirst(drawn));
  if (ids.length === 0) return null;
  return (
    <section
      ref={regionRef}
      aria-label="Targets"
      onScroll={onScroll}
      className="overflow-y-auto rounded-md border border-line"
      style={{ maxHeight: `${VISIBLE_ROWS * ROW_PX}px` }}
    >
      <ul style={{ paddingTop: `${first * ROW_PX}px`, paddingBottom: `${(ids.length - end) * ROW_PX}px` }}>
        {drawn.map((id) => (
          <li key={id} className="h-14 border-b border-line last:border-b-0">
            <TargetRow id={id} entry={list.entries.get(id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
