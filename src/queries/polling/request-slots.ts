/** Over all requests for targets, of whichever deployment. */
export const MAX_IN_FLIGHT = 4;

/** Sends a request when there is a slot for it, in the order of asking. */
export type RequestSlots = <Result>(send: () => Promise<Result>) => Promise<Result>;

/** Keeps any number of askers to `count` requests in flight between them. */
export function createRequestSlots(count: number): RequestSlots {
  let free = count;
  const waiting: (() => void)[] = [];

  return async (send) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await send();
    } finally {
      // The slot goes straight to the next in line, so that nobody can take it in between.
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
