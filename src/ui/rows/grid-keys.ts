import type { KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import type { RowWindow } from "./row-window.ts";

/**
 * Arrow keys in a grid of which only a window is drawn. Its rows bear `data-row`, the elements that take the focus
 * `data-cell`, both with their index; where a row has no such cell, the nearest one before it takes the focus.
 */
export function gridKeys<Region extends HTMLElement>(
  { regionRef, reveal }: RowWindow<Region>,
  size: { rows: number; columns: number; page: number },
): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const at = gridPlace(event.target);
    const to = at && gridMove(event.key, event.ctrlKey || event.metaKey, at, size);
    if (!to || event.altKey) return;
    event.preventDefault();
    // The row must be drawn before it can be focused.
    flushSync(() => reveal(to.row));
    if (regionRef.current) focusCell(regionRef.current, to);
  };
}

/** The row and column of a cell, or of whatever stands in it. */
export function gridPlace(element: EventTarget): GridPlace | undefined {
  if (!(element instanceof Element)) return undefined;
  const cell = element.closest<HTMLElement>("[data-cell]");
  const row = cell?.closest<HTMLElement>("[data-row]");
  if (!cell || !row) return undefined;
  return { row: Number(row.dataset["row"]), column: Number(cell.dataset["cell"]) };
}

function focusCell(region: HTMLElement, { row, column }: GridPlace): void {
  for (let place = column; place >= 0; place--) {
    const cell = region.querySelector<HTMLElement>(`[data-row="${row}"] [data-cell="${place}"]`);
    // WebKit shows no ring where the last thing was a click, whatever key follows.
    if (cell) return cell.focus({ focusVisible: true });
  }
}

export interface GridPlace {
  row: number;
  column: number;
}

interface GridSize {
  rows: number;
  columns: number;
  /** How many rows Page Up and Page Down step over. */
  page: number;
}

type Move = (at: GridPlace, size: GridSize, isFar: boolean) => GridPlace;

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }, _, isFar) => ({ row: isFar ? 0 : row, column: 0 }),
  End: ({ row }, { rows, columns }, isFar) => ({ row: isFar ? rows - 1 : row, column: columns - 1 }),
  PageUp: ({ row, column }, { page }) => ({ row: row - page, column }),
  PageDown: ({ row, column }, { page }) => ({ row: row + page, column }),
};

/**
 * Where a key leads from a cell of a grid, never beyond its edge; `undefined` for a key that moves nothing.
 *
 * @param isFar Ctrl or Command is held: Home and End lead to the first and the last row, too
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function gridMove(key: string, isFar: boolean, at: GridPlace, size: GridSize): GridPlace | undefined {
  const to = Object.hasOwn(MOVES, key) ? MOVES[key]?.(at, size, isFar) : undefined;
  return to && { row: within(to.row, size.rows), column: within(to.column, size.columns) };
}

function within(place: number, count: number): number {
  return Math.max(0, Math.min(place, count - 1));
}
