import type { BrowserContext, Page } from "@playwright/test";

// What a page does without a timer: it waits for locks, encrypts, reads answers, tells other tabs, and asks for the next thing.

declare global {
  interface Window {
    work: {
      /** How often something of it has begun or ended. */
      changes: number;
      /** How many steps of WebCrypto are under way, which all end soon. */
      running: number;
      /** Its timers that have not been cleared, and timeouts that have not run. */
      timers: Map<number, Timer>;
      /** How often an interval of polling has been due. */
      pollsDue: number;
    };
  }
}

interface Timer {
  /** An interval of a second at most shows the time: whatever asks does so by a timeout or a longer one. */
  kind: "timeout" | "clock" | "poll";
  ms: number;
  /** By `performance.now()`. */
  dueAt: number;
}

/** What a page has done, and has before it. */
interface Work {
  /** Whether it had work to finish. */
  hasWorked: boolean;
  /** In how many milliseconds its next timer is due, those of clocks left out. */
  dueInMs: number;
}

/** So many times nothing has begun or ended: a lock that is free, a message and a task take one each. */
const STILL_TURNS = 5;

/** Notes the work of all pages that the context will have, and their timers, where their clock has been replaced before. */
export async function noteWork(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const timers: Window["work"]["timers"] = new Map();
    const work: Window["work"] = { changes: 0, running: 0, timers, pollsDue: 0 };
    Object.assign(window, { work });
    const note = (owner: object | undefined, name: string, isShort = false) => {
      const real: unknown = owner && Reflect.get(owner, name);
      if (!owner || typeof real !== "function") return;
      const step = isShort ? 1 : 0;
      const noted = function (this: unknown, ...given: unknown[]): unknown {
        work.changes += 1;
        const outcome: unknown = Reflect.apply(real, this, given);
        if (!(outcome instanceof Promise)) return outcome;
        work.running += step;
        const end = () => {
          work.changes += 1;
          work.running -= step;
        };
        outcome.then(end, end);
        return outcome;
      };
      Object.defineProperty(owner, name, { value: noted, configurable: true, writable: true });
    };
    for (const name of ["digest", "importKey", "sign", "verify", "generateKey", "exportKey"])
      note(window.SubtleCrypto?.prototype, name, true);
    note(window.LockManager?.prototype, "request");
    for (const name of ["json", "text", "arrayBuffer", "blob"]) note(Response.prototype, name);
    note(ReadableStreamDefaultReader.prototype, "read");
    note(BroadcastChannel.prototype, "postMessage");
    note(window, "fetch");

    const real = { set: window.setTimeout, repeat: window.setInterval, clear: window.clearTimeout };
    const clear = (id: number) => {
      timers.delete(id);
      Reflect.apply(real.clear, window, [id]);
    };
    Object.assign(window, {
      setTimeout: (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
        const once = () => {
          timers.delete(id);
          run(...given);
        };
        const id = Number(Reflect.apply(real.set, window, [once, ms]));
        timers.set(id, { kind: "timeout", ms, dueAt: performance.now() + ms });
        return id;
      },
      setInterval: (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
        const kind = ms > 1_000 ? "poll" : "clock";
        const noteDue = () => timers.set(id, { kind, ms, dueAt: performance.now() + ms });
        const again = () => {
          noteDue();
          if (kind === "poll") work.pollsDue += 1;
          const { changes } = work;
          run(...given);
          // A step of the stopped clock goes past the ticks of clocks.
          if (kind === "clock" && work.changes !== changes)
            reportError(new Error("A clock does more than show the time."));
        };
        const id = Number(Reflect.apply(real.repeat, window, [again, ms]));
        noteDue();
        return id;
      },
      clearTimeout: clear,
      clearInterval: clear,
    });
  });
}

/** Lets a page finish what needs no timer. One that leaves for another page goes on there. */
export async function letWork(page: Page): Promise<Work> {
  try {
    return await page.evaluate(waitForStillness, STILL_TURNS);
  } catch (error) {
    if (!String(error).includes("Execution context was destroyed")) throw error;
    await page.waitForLoadState();
    return { hasWorked: true, dueInMs: 0 };
  }
}

/** Runs in the page. */
async function waitForStillness(turns: number): Promise<Work> {
  const work: Window["work"] | undefined = window.work;
  // A tab that is still empty.
  if (!work) return { hasWorked: false, dueInMs: Infinity };
  const locks: LockManager | undefined = navigator.locks;
  const before = work.changes;
  for (let still = 0; still < turns;) {
    const { changes } = work;
    // Queued behind the page's own requests for locks, and behind its own tasks.
    await locks?.query();
    // Behind what the page puts off until there is nothing else to do, too.
    await window.scheduler.postTask(() => {}, { priority: "background" });
    still = changes === work.changes && work.running === 0 ? still + 1 : 0;
  }
  const due = [...work.timers.values()].filter(({ kind }) => kind !== "clock").map(({ dueAt }) => dueAt);
  return { hasWorked: work.changes !== before, dueInMs: Math.min(...due) - performance.now() };
}
