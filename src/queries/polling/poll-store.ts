import { notifyManager } from "@tanstack/react-query";

/** What a polling knows. It changes outside React, and is read in a render by `useSyncExternalStore` alone. */
export interface PollStore<State extends object, Shown extends object> {
  /** All of it, at this moment: for the polling itself, for handlers and for clocks on their tick, not for a render. */
  get(): State;
  /** Puts members in the place of others. Listeners are told only when views show something else by it. */
  set(change: Partial<State>): void;
  /** What views show; the same object until they show something else. */
  getSnapshot: () => Shown;
  subscribe: (listener: () => void) => () => void;
}

/**
 * @param show takes what views show out of a state; what changes with every poll is no part of it, so that an unchanged
 *   poll renders nothing
 */
export function createPollStore<State extends object, Shown extends object>(
  initial: State,
  show: (state: State) => Shown,
): PollStore<State, Shown> {
  let state = initial;
  let snapshot = show(state);
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      const shown = show(state);
      if (isSame(snapshot, shown)) return;
      snapshot = shown;
      // In a task of its own: react-query has the answer by then, and both are shown by one render.
      notifyManager.schedule(() => {
        for (const listener of listeners) listener();
      });
    },
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function isSame<Shown extends object>(one: Shown, other: Shown): boolean {
  for (const key in other) if (!Object.is(one[key], other[key])) return false;
  return true;
}
