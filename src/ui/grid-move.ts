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
