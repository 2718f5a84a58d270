/** How many tiles stand side by side, on a screen that is wider than high. */
export function wallColumns(count: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(count)));
}
