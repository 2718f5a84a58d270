/** Which of several tabs does the work that one can do for all. */
export interface TabLead {
  /** Whether this tab leads; takes the lead where nobody has it. */
  leads(): Promise<boolean>;
  /** Takes it from a tab that has fallen silent: frozen by the browser, or asleep with its device. */
  take(): Promise<void>;
  /** Gives it up: another tab takes it with its next poll. */
  release(): void;
}

/** For browsers without locks: every tab leads itself. */
const ALONE: TabLead = { leads: async () => true, take: async () => {}, release() {} };

/**
 * The lead among the tabs of this browser that share `name`, by a Web Lock: it ends with its tab at the latest, and
 * when the tab is hidden, because hidden tabs do not poll.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Web_Locks_API
 */
export function createTabLead(name: string): TabLead {
  const found: LockManager | undefined = globalThis.navigator?.locks;
  if (!found || !globalThis.document) return ALONE;
  const locks = found;
  let release: (() => void) | undefined;
  let asking: Promise<boolean> | undefined;

  function request(options: LockOptions): Promise<boolean> {
    let mine: typeof release;
    return new Promise((resolve) => {
      const held = locks.request(name, options, (lock) => {
        if (!lock) return undefined;
        return new Promise<void>((done) => {
          release = mine = done;
          resolve(true);
        });
      });
      // Settles when the lead is over: given up, or taken by another tab. Without a lock it settles at once.
      held
        .catch(() => {})
        .finally(() => {
          // Another request of this tab may have been granted meanwhile.
          if (mine !== undefined && release === mine) release = undefined;
          resolve(false);
        });
    });
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") release?.();
  });
  return {
    leads: async () => {
      if (release !== undefined) return true;
      // Several parts of a page ask at once: one would take the lead, and the others would find it taken.
      asking ??= request({ ifAvailable: true }).finally(() => {
        asking = undefined;
      });
      return asking;
    },
    take: async () => void (await request({ steal: true })),
    release: () => release?.(),
  };
}
