/** The next page answers within this time, or the way to it was given up. */
const ON_THE_WAY_MS = 5_000;

let staying: Promise<void> | undefined;

if ("addEventListener" in globalThis) {
  addEventListener("beforeunload", () => {
    const here = new Promise<void>((resolve) => {
      setTimeout(() => {
        if (staying === here) staying = undefined;
        resolve();
      }, ON_THE_WAY_MS);
    });
    staying = here;
  });
}

/**
 * Whether somebody is on the way to another page. Firefox then ends at once what this one is loading, as if it could not be
 * had; this page goes on until the next one answers, which may be a file or nothing at all.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Window/beforeunload_event
 */
export function isBeingLeft(): boolean {
  return staying !== undefined;
}

/** Resolves when the page has not been left, some seconds after somebody wanted to; at once where nobody did. */
export async function untilItStays(): Promise<void> {
  await staying;
}
