import { clsx } from "clsx";
import type { Key, ReactNode, UIEvent } from "react";
import { useEffectEvent, useLayoutEffect } from "react";
import { flushSync } from "react-dom";
import { historyEntry } from "../../app/navigation.ts";
import { usePrinting } from "../../ui/browser/printing.ts";
import { useRowWindow } from "../../ui/rows/row-window.ts";
import { useStored } from "../../ui/storage.ts";
import { SHORTCUTS_ARE_ON, useShortcuts } from "./shortcuts.ts";

/** More than this are not all drawn. */
const MOST_DRAWN = 100;

/** How far lists were scrolled, in pixels, by the history entry: who comes back finds the place again. */
const places = new Map<string, number>();

interface RowListProps<Item> {
  name: string;
  /** Whether its order counts, from the last to the first. */
  isReversed?: boolean;
  items: readonly Item[];
  keyOf: (item: Item, place: number) => Key;
  /** How tall a row is, and the class that makes it so. */
  rowPx: number;
  rowClass: string;
  /** So many rows are in sight of a list that scrolls by itself. */
  visibleRows: number;
  /** What a row shows, with one link that leads to what it is about. */
  children: (item: Item, place: number) => ReactNode;
}

/** Rows of equal height, of which a long list draws those in sight; `j` and `k` lead from row to row, Enter opens one. */
export function RowList<Item>(props: RowListProps<Item>) {
  const { name, isReversed = false, items, keyOf, rowPx, rowClass, visibleRows, children } = props;
  const count = items.length;
  const isPrinting = usePrinting();
  const isWindowed = count > MOST_DRAWN && !isPrinting;
  const { regionRef, onScroll, reveal, scrollTo, ...rows } = useRowWindow<HTMLDivElement>(
    count,
    rowPx,
    isWindowed ? visibleRows : count,
  );
  const { first, end } = isWindowed ? rows : { first: 0, end: count };

  const comeBack = useEffectEvent(() => {
    const topPx = places.get(historyEntry());
    if (topPx !== undefined) scrollTo(topPx);
  });
  useLayoutEffect(() => comeBack(), []);
  const scroll = (event: UIEvent<HTMLDivElement>) => {
    places.set(historyEntry(), event.currentTarget.scrollTop);
    onScroll(event);
  };

  const step = (by: number) => {
    const list = regionRef.current;
    const row = document.activeElement?.closest<HTMLElement>("[data-row]");
    const inSight = Math.ceil((list?.scrollTop ?? 0) / rowPx);
    const at = row && list?.contains(row) ? Number(row.dataset["row"]) + by : inSight;
    const to = Math.max(0, Math.min(at, count - 1));
    // The row must be drawn before it can be focused.
    flushSync(() => reveal(to));
    list?.querySelector<HTMLElement>(`[data-row="${to}"] a`)?.focus({ focusVisible: true });
  };
  useShortcuts({ j: () => step(1), k: () => step(-1) }, useStored(SHORTCUTS_ARE_ON));

  const List = isReversed ? "ol" : "ul";
  return (
    <div
      ref={regionRef}
      onScroll={scroll}
      className="relative overflow-y-auto print:max-h-none! print:overflow-visible"
      style={isWindowed ? { maxHeight: `${visibleRows * rowPx}px` } : undefined}
    >
      <List
        {...(isReversed && { reversed: true })}
        aria-label={name}
        style={{ paddingTop: first * rowPx, paddingBottom: (count - end) * rowPx }}
      >
        {items.slice(first, end).map((item, index) => (
          <li
            key={keyOf(item, first + index)}
            data-row={first + index}
            aria-setsize={count}
            aria-posinset={first + index + 1}
            className={clsx(
              "relative flex items-center gap-3 border-b border-line px-4 hover:bg-hover",
              rowClass,
            )}
          >
            {children(item, first + index)}
          </li>
        ))}
      </List>
    </div>
  );
}
