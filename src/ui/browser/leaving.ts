/**
 * The next page answers within this time, or the way to it was given up. Long, since whatever is loaded anew in place of what was lost
 * may end that way: Firefox imports nothing twice that has failed once, so that only a new document has it.
 */
export const ON_THE_WAY_MS = 30_000;

let leftAtMs = Number.NEGATIVE_INFINITY;

// Pages are rendered as text outside of browsers, too.
globalThis.addEventListener?.("beforeunload", () => {
  leftAtMs = Date.now();
});

/**
 * Whether somebody is on the way to another page. Firefox then ends at once what this one is loading, as if it could not be
 * had; this page goes on until the next one answers, which may be a file or nothing at all.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Window/beforeunload_event
 */
export function isBeingLeft(): boolean {
  return Date.now() - leftAtMs < ON_THE_WAY_MS;
}
