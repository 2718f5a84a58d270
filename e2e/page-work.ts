import type { BrowserContext, Page } from "@playwright/test";

// What a page does without a timer: it waits for locks, encrypts, reads answers, tells other tabs, and asks for the next thing.

declare global {
  interface Window {
    work: {
      /** How often something of it has begun or ended. */
      changes: number;
      /** How many steps of WebCrypto are under way, which all end soon. */
      running: number;
    };
  }
}

/** So many times nothing has begun or ended: a lock that is free, a message and a task take one each. */
const STILL_TURNS = 5;

/** Notes the work of all pages that the context will have. */
export async function noteWork(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const work = { changes: 0, running: 0 };
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
  });
}

/**
 * Lets a page finish what needs no timer. One that leaves for another page goes on there.
 *
 * @returns whether the page had work to finish
 */
export async function letWork(page: Page): Promise<boolean> {
  try {
    return await page.evaluate(waitForStillness, STILL_TURNS);
  } catch (error) {
    if (!String(error).includes("Execution context was destroyed")) throw error;
    await page.waitForLoadState();
    return true;
  }
}

/** Runs in the page. */
async function waitForStillness(turns: number): Promise<boolean> {
  const work: Window["work"] | undefined = window.work;
  // A tab that is still empty.
  if (!work) return false;
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
  return work.changes !== before;
}
