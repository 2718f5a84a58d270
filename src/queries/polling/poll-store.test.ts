import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPollStore } from "./poll-store.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A store of which views show the status, and a listener that counts. */
function watchedStore() {
  const store = createPollStore({ status: "Created", polls: 0 }, ({ status }) => ({ status }));
  const listener = vi.fn<() => void>();
  return { store, listener, stop: store.subscribe(listener) };
}

test("a poll that changes nothing that is shown keeps the snapshot, and tells nobody", () => {
  const { store, listener } = watchedStore();
  const before = store.getSnapshot();
  store.set({ polls: 1 });
  store.set({ status: "Created", polls: 2 });
  vi.runAllTimers();
  expect(store.get()).toEqual({ status: "Created", polls: 2 });
  expect(store.getSnapshot()).toBe(before);
  expect(listener).not.toHaveBeenCalled();
});

test("a change of what is shown makes another snapshot, and tells those who listen, once", () => {
  const { store, listener } = watchedStore();
  const before = store.getSnapshot();
  store.set({ status: "InProgress", polls: 1 });
  expect(store.getSnapshot()).toEqual({ status: "InProgress" });
  expect(store.getSnapshot()).toBe(store.getSnapshot());
  expect(before).toEqual({ status: "Created" });
  expect(listener, "react-query comes first").not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(listener).toHaveBeenCalledOnce();
});

test("who has left is told nothing", () => {
  const { store, listener, stop } = watchedStore();
  stop();
  store.set({ status: "InProgress" });
  vi.runAllTimers();
  expect(listener).not.toHaveBeenCalled();
});
