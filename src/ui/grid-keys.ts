import type { KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import type { GridPlace } from "./grid-move.ts";
import { gridMove } from "./grid-move.ts";
import type { RowWindow } from "./use-row-window.ts";

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
    if (cell) return cell.focus();
  }
}
