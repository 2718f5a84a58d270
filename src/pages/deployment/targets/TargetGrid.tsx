import type { ReactNode } from "react";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import type { TargetList } from "../../../codedeploy/targets/target-list.ts";
import { gridKeys, gridPlace } from "../../../ui/rows/grid-keys.ts";
import { usePrinting } from "../../../ui/browser/printing.ts";
import { NO_ROW_KEYS, recycleKeys, useRowWindow } from "../../../ui/rows/row-window.ts";
import type { RowCellsProps } from "./MatrixCells.tsx";
import { useTargetsView } from "./targets-view.ts";

/** As tall as the row in {@link TargetGrid}'s markup. */
const ROW_PX = 36;
const NONE_DRAWN: readonly string[] = [];
const VISIBLE_ROWS = 12;

interface TargetGridProps {
  name: string;
  ids: readonly string[];
  list: TargetList;
  /** Including that of the targets. */
  columnCount: number;
  minWidthRem: number;
  /** How wide the column of the targets is. */
  targetRem: number;
  /** The header cells of the other columns. */
  head: ReactNode;
  renderCells: (row: RowCellsProps) => ReactNode;
  onOpen: (id: string, column: number) => void;
  showFirst: (ids: readonly string[]) => void;
}

/** A row for each target, of which only those in sight are drawn; arrow keys lead from cell to cell. */
export function TargetGrid(props: TargetGridProps) {
  const { name, ids, list, columnCount, targetRem, minWidthRem, head, renderCells, onOpen, showFirst } =
    props;
  const { target: openId, event: openEvent } = useTargetsView();
  const rows = useRowWindow<HTMLElement>(ids.length, ROW_PX, VISIBLE_ROWS);
  const { regionRef, onScroll, reveal } = rows;
  const isPrinting = usePrinting();
  // Paper has room for all of them.
  const { first, end } = isPrinting ? { first: 0, end: ids.length } : rows;
  const [stop, setStop] = useState({ id: openId, column: 0 });
  const drawn = useMemo(() => ids.slice(first, end), [ids, first, end]);
  const [keyed, setKeyed] = useState({ drawn: NONE_DRAWN, keys: NO_ROW_KEYS });
  const keys = keyed.drawn === drawn ? keyed.keys : recycleKeys(keyed.keys, drawn);
  // React renders again at once, before any row.
  if (keyed.drawn !== drawn) setKeyed({ drawn, keys });
  const stopId = stop.id !== undefined && drawn.includes(stop.id) ? stop.id : drawn[0];
  const openRow = openId === undefined ? -1 : ids.indexOf(openId);
  const hasMoved = useRef(false);
  const noteMove = () => {
    hasMoved.current = true;
  };

  // A link leads to its row, also when the row moves while the fleet loads, until the reader scrolls.
  const follow = useEffectEvent((row: number) => {
    if (row >= 0 && !hasMoved.current) reveal(row);
  });
  useEffect(() => follow(openRow), [openRow]);

  // What a reader looks at is asked for first.
  useEffect(() => {
    if (!isPrinting) showFirst(openId === undefined ? drawn : [openId, ...drawn]);
  }, [showFirst, openId, drawn, isPrinting]);

  return (
    <section
      ref={regionRef}
      onScroll={onScroll}
      onWheel={noteMove}
      onPointerDown={noteMove}
      className="relative [contain:content] scroll-pt-11 scroll-pl-72 overflow-auto rounded-md border border-line print:max-h-none! print:overflow-visible print:[contain:none]"
      style={{ maxHeight: `${VISIBLE_ROWS * ROW_PX + 44}px` }}
    >
      <table
        role="grid"
        aria-label={name}
        aria-rowcount={ids.length + 1}
        aria-colcount={columnCount}
        className="w-full table-fixed border-separate border-spacing-0 print:min-w-0!"
        style={{ minWidth: `${minWidthRem}rem` }}
        onKeyDown={(event) => {
          noteMove();
          gridKeys(rows, { rows: ids.length, columns: columnCount, page: VISIBLE_ROWS - 2 })(event);
        }}
        onFocus={({ target }) => {
          const at = gridPlace(target);
          if (at) setStop({ id: ids[at.row], column: at.column });
        }}
        onClick={({ target }) => {
          const at = gridPlace(target);
          const id = at && ids[at.row];
          if (at && id !== undefined) onOpen(id, at.column);
        }}
      >
        <colgroup>
          <col className="print:w-[28%]!" style={{ width: `${targetRem}rem` }} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1} className="h-11 text-left text-xs">
            <th scope="col" className="sticky top-0 left-0 z-3 bg-sunken px-3 font-medium print:static">
              Target
            </th>
            {head}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} />
          {drawn.map((id, index) => (
            <tr key={keys.get(id)} data-row={first + index} aria-rowindex={first + index + 2} className="h-9">
              {renderCells({
                id,
                entry: list.entries.get(id),
                tabStop: id === stopId ? (id === stop.id ? stop.column : 0) : undefined,
                isOpen: id === openId,
                openEvent: id === openId ? openEvent : undefined,
              })}
            </tr>
          ))}
          <Gap rows={ids.length - end} />
        </tbody>
      </table>
    </section>
  );
}

/** The room of rows that are not drawn. */
function Gap({ rows }: { rows: number }) {
  if (rows <= 0) return null;
  return <tr aria-hidden style={{ height: `${rows * ROW_PX}px` }} />;
}
