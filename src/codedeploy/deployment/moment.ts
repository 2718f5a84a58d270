/** The number if it is a moment that a `Date` can hold (epoch milliseconds); `undefined` for any other. */
export function moment(atMs: number | null | undefined): number | undefined {
  return typeof atMs === "number" && !Number.isNaN(new Date(atMs).getTime()) ? atMs : undefined;
}
