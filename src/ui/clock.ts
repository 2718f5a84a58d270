import { createContext, useContext, useSyncExternalStore } from "react";
import type { TimeZone } from "../format/date-time.ts";

const TICK_MS = 1_000;

let nowMs = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  nowMs = Date.now();
  timer ??= setInterval(() => {
    nowMs = Date.now();
    for (const listen of listeners) listen();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * The current time in epoch milliseconds, anew each second. All clocks of the page share one timer and change
 * in one commit; use it in leaves only, so that a tick renders nothing but the clocks.
 */
export function useNow(): number {
  const standsAtMs = useStandingMs();
  return useSyncExternalStore(subscribe, () => standsAtMs ?? nowMs);
}

const StandingClockContext = createContext<number | undefined>(undefined);

/** Lets the clocks of a part of the page stand at a moment (epoch ms): it shows what was, as of then. */
export const StandingClockProvider = StandingClockContext.Provider;

/** The moment at which the clock stands (epoch ms); `undefined` while it goes. */
export function useStandingMs(): number | undefined {
  return useContext(StandingClockContext);
}

/**
 * A fact that changes without a render, as it is at each tick of the clock. Use it in leaves only, as {@link useNow}.
 *
 * @param read gives the same value as long as the fact is the same: a number or a text, no fresh object
 */
export function useOnTick<Fact>(read: () => Fact): Fact {
  return useSyncExternalStore(subscribe, read);
}

/** Whether a moment (epoch ms) has come; renders only when it does. */
export function useHasCome(atMs: number): boolean {
  const standsAtMs = useStandingMs();
  return useSyncExternalStore(subscribe, () => (standsAtMs ?? nowMs) >= atMs);
}

const TimeZoneContext = createContext<TimeZone>("local");

export const TimeZoneProvider = TimeZoneContext.Provider;

/** The zone in which every moment on the page is shown. */
export function useTimeZone(): TimeZone {
  return useContext(TimeZoneContext);
}
