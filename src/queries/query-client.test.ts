import { onlineManager } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startClock, stopClock } from "../../testing/stopped-clock.ts";
import { createQueryClient } from "./query-client.ts";

const SECOND_MS = 1_000;

/** The browser's word about the network. */
function say(what: "online" | "offline"): void {
  window.dispatchEvent(new Event(what));
}

let unsubscribe = () => {};

beforeEach(() => {
  stopClock();
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("navigator", { onLine: true });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  createQueryClient();
  unsubscribe = onlineManager.subscribe(() => {});
});
afterEach(() => {
  unsubscribe();
  // It is shared with the tests of other files.
  onlineManager.setEventListener(() => {});
  onlineManager.setOnline(true);
  startClock();
});

test("after an outage that everybody had, each tab waits for its own part of twenty seconds", () => {
  say("offline");
  expect(onlineManager.isOnline()).toBe(false);
  vi.advanceTimersByTime(120 * SECOND_MS);
  say("online");
  vi.advanceTimersByTime(9 * SECOND_MS);
  expect(onlineManager.isOnline()).toBe(false);
  vi.advanceTimersByTime(2 * SECOND_MS);
  expect(onlineManager.isOnline()).toBe(true);
});

test("after a short absence of its own network a tab asks at once", () => {
  say("offline");
  vi.advanceTimersByTime(10 * SECOND_MS);
  say("online");
  vi.advanceTimersByTime(1);
  expect(onlineManager.isOnline()).toBe(true);
});

test("a network that goes away again before a tab's turn is away", () => {
  say("offline");
  vi.advanceTimersByTime(120 * SECOND_MS);
  say("online");
  vi.advanceTimersByTime(5 * SECOND_MS);
  say("offline");
  vi.advanceTimersByTime(60 * SECOND_MS);
  expect(onlineManager.isOnline()).toBe(false);
});
