/** Work of one name, one after the other among all tabs of this browser: it begins when that before it has ended. */
export type TabLocks = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

const lastOf = new Map<string, Promise<unknown>>();

/**
 * The browser's own locks, which a tab that is closed gives back. Pages over plain HTTP have none: there the order holds within
 * the tab alone.
 *
 * @throws from what is returned: what `work` throws
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Web_Locks_API
 */
export const tabLocks: TabLocks = (name, work) => {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  if (locks) return locks.request(name, work);
  const run = (lastOf.get(name) ?? Promise.resolve()).then(work, work);
  lastOf.set(name, run);
  return run;
};
