import type { Page, Request } from "@playwright/test";
import { letWork } from "../page-work.ts";

declare global {
  interface Window {
    timers: {
      /** How many the page has running. */
      running: number;
      /** How often an interval of more than a second, which polling uses, has been due. */
      pollsDue: number;
      /** When the next of them is due, in milliseconds from now. */
      nextPollInMs: number;
      /** Whether it listens whether another tab answers: it has a timer of a moment. */
      isListening: boolean;
    };
  }
}

/** Replaces the page's clock from the next navigation on, and notes its timers. */
export async function noteTimers(page: Page): Promise<void> {
  await page.clock.install();
  await page.addInitScript(() => {
    const TICK_MS = 1_000;
    const real = { set: window.setTimeout, repeat: window.setInterval, clear: window.clearTimeout };
    const running = new Set<number>();
    const listening = new Set<number>();
    const pollDueAtMs = new Map<number, number>();
    let pollsDue = 0;
    const clear = (id: number) => {
      running.delete(id);
      listening.delete(id);
      pollDueAtMs.delete(id);
      Reflect.apply(real.clear, window, [id]);
    };
    Object.assign(window, {
      setTimeout: (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
        const once = () => {
          running.delete(id);
          listening.delete(id);
          run(...given);
        };
        const id = Number(Reflect.apply(real.set, window, [once, ms]));
        running.add(id);
        if (ms > 0 && ms <= 50) listening.add(id);
        return id;
      },
      setInterval: (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
        const noteDue = () => ms > TICK_MS && pollDueAtMs.set(id, Date.now() + ms);
        const again = () => {
          if (noteDue()) pollsDue += 1;
          run(...given);
        };
        const id = Number(Reflect.apply(real.repeat, window, [again, ms]));
        running.add(id);
        noteDue();
        return id;
      },
      clearTimeout: clear,
      clearInterval: clear,
    });
    Object.defineProperty(window, "timers", {
      get: () => ({
        running: running.size,
        pollsDue,
        isListening: listening.size > 0,
        nextPollInMs: Math.min(...pollDueAtMs.values()) - Date.now(),
      }),
    });
  });
}

/**
 * Lets hours pass in a minute or two: the page's clock jumps from one poll to the next, and stands still while requests,
 * whose time is the real one, are under way. What is due in between happens once, when it lands.
 *
 * @param pass sets the emulator's clock, which runs by itself, forward or back
 * @returns a function that lets so much time pass, and returns the most timers that ran at once
 */
export function virtualHours(page: Page, pass: (ms: number) => void): (lengthMs: number) => Promise<number> {
  const requests = watchRequests(page);
  let realMs = Date.now();
  return async (lengthMs) => {
    let mostRunning = 0;
    for (let passedMs = 0; passedMs < lengthMs;) {
      const { pollsDue, nextPollInMs, running } = await page.evaluate(() => window.timers);
      mostRunning = Math.max(mostRunning, running);
      const jumpMs = Math.max(0, nextPollInMs);
      const answers = requests.answers();
      pass(jumpMs - (Date.now() - realMs));
      realMs = Date.now();
      passedMs += jumpMs;
      await page.clock.fastForward(jumpMs);
      // An answer that came meanwhile may have moved the next poll.
      const isDue = await page.evaluate((before) => window.timers.pollsDue > before, pollsDue);
      if (!isDue) continue;
      await requests.answered(answers);
      // Before it exchanges its credentials, the page listens whether another tab has some.
      if (!(await page.evaluate(() => window.timers.isListening))) continue;
      await page.clock.runFor(LISTENS_MS);
      passedMs += LISTENS_MS;
      while ((await letWork(page)).hasWorked || requests.areUnderWay()) await requests.ended();
    }
    return mostRunning;
  };
}

/** Longer than the page waits for other tabs. */
const LISTENS_MS = 100;

/** Counts what is answered, and waits until more is than before and nothing is under way. */
function watchRequests(page: Page): {
  answers(): number;
  answered(before: number): Promise<void>;
  areUnderWay(): boolean;
  /** Passes once none is under way. */
  ended(): Promise<void>;
} {
  const underWay = new Set<Request>();
  let answers = 0;
  const settle = (request: Request) => {
    underWay.delete(request);
    answers += 1;
  };
  page.on("request", (request) => underWay.add(request));
  page.on("requestfinished", settle);
  page.on("requestfailed", settle);
  const isQuiet = (before: number) => answers > before && underWay.size === 0;
  return {
    answers: () => answers,
    answered: async (before) => {
      while (!isQuiet(before)) await page.waitForEvent("requestfinished", { timeout: 30_000 });
    },
    areUnderWay: () => underWay.size > 0,
    ended: async () => {
      while (underWay.size > 0) await page.waitForEvent("requestfinished", { timeout: 30_000 });
    },
  };
}
