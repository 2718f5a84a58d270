import { vi } from "vitest";

/** Lets the dates of this process stand still; timers run on. `vi.setSystemTime` moves them. */
export function stopDates(nowMs: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: nowMs });
}

/**
 * Lets dates, timers, and the time-outs of abort signals stand still, which fake timers leave out.
 * `vi.advanceTimersByTime` moves them.
 */
export function stopClock(): void {
  vi.useFakeTimers();
  timeOutByTimers();
}

/** Makes the time-outs of abort signals depend on `setTimeout`, whatever stands in for that. */
export function timeOutByTimers(): void {
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException("It took too long.", "TimeoutError")), ms);
    return controller.signal;
  });
}

/** Gives the process its own time back, and the globals that a test has replaced. */
export function startClock(): void {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
}
