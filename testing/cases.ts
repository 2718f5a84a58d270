/** Whether this is `npm test`, which tries all; `npm run check` tries the first of many. */
export const TRIES_ALL = import.meta.env.MODE === "full";

/**
 * How many cases of many a test tries, or how long a text is: `full` in `npm test`, `first` in `npm run check`, whose cases are the
 * first of the same.
 */
export function casesOf({ full, first }: { full: number; first: number }): number {
  return TRIES_ALL ? full : first;
}
