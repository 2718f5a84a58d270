import { vi } from "vitest";
import { stopDates, timeOutByTimers } from "../../testing/stopped-clock.ts";
import { TimerQueue } from "./timer-queue.ts";

let timers = new TimerQueue();

/**
 * Lets the time of this process stand still until {@link pass} moves it: timers, dates, and the time-outs of abort signals,
 * which fake timers leave out. Chance is the same at each run.
 */
export function useVirtualTime(): void {
  stopDates(Date.UTC(2026, 0, 1));
  timers = new TimerQueue();
  for (const [name, stand] of Object.entries(timers.globals)) vi.stubGlobal(name, stand);
  // The same at each run: the jitter of each viewer comes from here.
  let drawn = 0;
  vi.spyOn(crypto, "getRandomValues").mockImplementation((array) => {
    if (array instanceof Uint32Array) array[0] = Math.imul((drawn += 1), 0x9e3779b1);
    return array;
  });
  timeOutByTimers();
}

/** Fine enough for requests of 50 ms and more. */
const STEP_MS = 50;
/** More promises than hang together anywhere in the app. */
const TURNS = 40;

/**
 * Lets so many milliseconds pass, with all that happens within them. In steps, and with turns of the microtask queue in
 * between: waiting for a real timer after each virtual one, as Vitest does, makes hours of 200 viewers take minutes.
 */
export async function pass(ms: number): Promise<void> {
  for (let passedMs = 0; passedMs < ms; passedMs += STEP_MS) {
    timers.pass(Math.min(STEP_MS, ms - passedMs), (passed) => vi.advanceTimersByTime(passed));
    for (let turn = 0; turn < TURNS; turn++) await Promise.resolve();
  }
}
