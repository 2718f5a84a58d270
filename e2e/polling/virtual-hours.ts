import type { Page, Request } from "@playwright/test";
import { letWork } from "../page-work.ts";

/**
 * Lets hours pass in a minute or two: the page's clock jumps from one poll to the next, and stands still while requests,
 * whose time is the real one, are under way. What is due in between happens once, when it lands.
 *
 * @param page whose clock has been replaced, and whose work is noted
 * @param pass sets the emulator's clock, which runs by itself, forward or back
 * @returns a function that lets so much time pass, and returns the most timers that ran at once
 */
export function virtualHours(page: Page, pass: (ms: number) => void): (lengthMs: number) => Promise<number> {
  const requests = watchRequests(page);
  let realMs = Date.now();
  return async (lengthMs) => {
    let mostRunning = 0;
    for (let passedMs = 0; passedMs < lengthMs;) {
      const { pollsDue, nextPollInMs, running } = await page.evaluate(nextPoll);
      mostRunning = Math.max(mostRunning, running);
      const jumpMs = Math.max(0, nextPollInMs);
      const answers = requests.answers();
      pass(jumpMs - (Date.now() - realMs));
      realMs = Date.now();
      passedMs += jumpMs;
      await page.clock.fastForward(jumpMs);
      // An answer that came meanwhile may have moved the next poll.
      const isDue = await page.evaluate((before) => window.work.pollsDue > before, pollsDue);
      if (!isDue) continue;
      await requests.answered(answers);
      // Before it exchanges its credentials, the page listens whether another tab has some.
      if (!(await page.evaluate(isListening))) continue;
      await page.clock.runFor(LISTENS_MS);
      passedMs += LISTENS_MS;
      while ((await letWork(page)).hasWorked || requests.areUnderWay()) await requests.ended();
    }
    return mostRunning;
  };
}

/** Runs in the page. */
function nextPoll(): { pollsDue: number; nextPollInMs: number; running: number } {
  const { timers, pollsDue } = window.work;
  const due = [...timers.values()].filter(({ kind }) => kind === "poll").map(({ dueAt }) => dueAt);
  return { pollsDue, nextPollInMs: Math.min(...due) - performance.now(), running: timers.size };
}

/** Runs in the page. Whether it listens whether another tab answers: it has a timer of a moment. */
function isListening(): boolean {
  return [...window.work.timers.values()].some(({ kind, ms }) => kind === "timeout" && ms > 0 && ms <= 50);
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
