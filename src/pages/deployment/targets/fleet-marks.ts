import type { Tone } from "../../../codedeploy/deployment/status.ts";

/** One target as a mark of the map. */
export interface Mark {
  /** As `stateKey` gives it: it decides the shape. */
  state: string;
  tone: Tone;
}

/** Where the marks stand: in rows from the left, each in a square of `pitchPx`. */
export interface MarkGrid {
  columns: number;
  rows: number;
  pitchPx: number;
}

/** Of so many targets the marks become smaller. */
const MANY = 1_500;

/** The places of `count` marks in a block that is `widthPx` wide. */
export function markGrid(count: number, widthPx: number): MarkGrid {
  const pitchPx = count > MANY ? 8 : 12;
  const columns = Math.max(1, Math.floor(widthPx / pitchPx));
  return { columns, rows: Math.ceil(count / columns), pitchPx };
}

/** Which mark is at a point of the block; `undefined` between the last and the edge. */
export function markAt(
  { columns, pitchPx }: MarkGrid,
  count: number,
  xPx: number,
  yPx: number,
): number | undefined {
  const column = Math.floor(xPx / pitchPx);
  const index = Math.floor(yPx / pitchPx) * columns + column;
  return xPx >= 0 && yPx >= 0 && column < columns && index < count ? index : undefined;
}

/** What an arrow key does to the mark that is pointed at; `undefined` for any other key. */
export function markForKey(
  key: string,
  at: number,
  { columns }: MarkGrid,
  count: number,
): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    Home: -at,
    End: count - 1 - at,
  };
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return step === undefined ? undefined : Math.min(count - 1, Math.max(0, at + step));
}

/** How a state is drawn, beside its colour: within a square of `size`, at its corner. */
const SHAPES: Readonly<Record<string, (path: Path2D, x: number, y: number, size: number) => void>> = {
  Succeeded: (path, x, y, size) => path.rect(x, y, size, size),
  Failed: (path, x, y, size) => {
    // A cross of two bars.
    const bar = size / 3;
    path.rect(x + bar, y, bar, size);
    path.rect(x, y + bar, bar, bar);
    path.rect(x + 2 * bar, y + bar, bar, bar);
  },
  InProgress: (path, x, y, size) => {
    path.moveTo(x + size, y + size / 2);
    path.arc(x + size / 2, y + size / 2, size / 2, 0, 2 * Math.PI);
  },
  Skipped: (path, x, y, size) => path.rect(x, y + size / 3, size, size / 3),
  Ready: (path, x, y, size) => {
    path.rect(x, y, size / 3, size);
    path.rect(x + (2 * size) / 3, y, size / 3, size);
  },
};

/** Small, since nothing has happened there or nothing is known. */
function dot(path: Path2D, x: number, y: number, size: number): void {
  path.rect(x + size / 3, y + size / 3, size / 3, size / 3);
}

/**
 * Draws all marks: one path and one fill a state, so that thousands take a few milliseconds.
 *
 * @param colourOf the colour of a tone, as CSS writes it
 */
export function drawMarks(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  grid: MarkGrid,
  colourOf: (tone: Tone) => string,
): void {
  const { columns, rows, pitchPx } = grid;
  const size = pitchPx - 2;
  context.clearRect(0, 0, columns * pitchPx, rows * pitchPx);
  const paths = new Map<string, { path: Path2D; tone: Tone }>();
  for (const [index, { state, tone }] of marks.entries()) {
    let known = paths.get(state);
    if (!known) {
      known = { path: new Path2D(), tone };
      paths.set(state, known);
    }
    const draw = Object.hasOwn(SHAPES, state) ? SHAPES[state] : undefined;
    (draw ?? dot)(
      known.path,
      (index % columns) * pitchPx + 1,
      Math.floor(index / columns) * pitchPx + 1,
      size,
    );
  }
  for (const { path, tone } of paths.values()) {
    context.fillStyle = colourOf(tone);
    context.fill(path);
  }
}
