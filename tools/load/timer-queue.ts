interface Timer {
  readonly id: number;
  readonly dueMs: number;
  /** The length of an interval; absent for a timeout. */
  readonly everyMs?: number;
  readonly run: () => void;
}

type Run = (...given: unknown[]) => void;

/**
 * Timers in virtual time, kept in the order in which they are due: those that come with Vitest look through all of them for the
 * next one, which for 200 viewers is most of the work.
 */
export class TimerQueue {
  /** Milliseconds since the start. */
  #nowMs = 0;
  #nextId = 1;
  readonly #timers: Timer[] = [];
  /** The ids of those that nobody has cleared. */
  readonly #running = new Set<number>();

  /** Stands in for the global functions of these names. */
  readonly globals = {
    setTimeout: (run: Run, ms = 0, ...given: unknown[]) => this.#add(() => run(...given), ms),
    setInterval: (run: Run, ms: number, ...given: unknown[]) => this.#add(() => run(...given), ms, ms),
    clearTimeout: (id: number) => void this.#running.delete(id),
    clearInterval: (id: number) => void this.#running.delete(id),
  };

  /**
   * Lets so much time pass, and runs what is due meanwhile, which may add more.
   *
   * @param onPass told of each part of it, before what is due after that runs
   */
  pass(ms: number, onPass: (ms: number) => void): void {
    const endMs = this.#nowMs + ms;
    for (let next = this.#timers[0]; next && next.dueMs <= endMs; next = this.#timers[0]) {
      this.#timers.shift();
      if (!this.#running.has(next.id)) continue;
      this.#goTo(next.dueMs, onPass);
      if (next.everyMs === undefined) this.#running.delete(next.id);
      else this.#insert({ ...next, dueMs: next.dueMs + next.everyMs });
      next.run();
    }
    this.#goTo(endMs, onPass);
  }

  #goTo(atMs: number, onPass: (ms: number) => void): void {
    if (atMs > this.#nowMs) onPass(atMs - this.#nowMs);
    this.#nowMs = atMs;
  }

  #add(run: () => void, ms: number, everyMs?: number): number {
    const id = this.#nextId++;
    this.#running.add(id);
    this.#insert({ id, dueMs: this.#nowMs + ms, run, ...(everyMs !== undefined && { everyMs }) });
    return id;
  }

  /** Behind those that are due at the same time. */
  #insert(timer: Timer): void {
    let low = 0;
    for (let high = this.#timers.length; low < high;) {
      const middle = (low + high) >>> 1;
      if ((this.#timers[middle]?.dueMs ?? 0) <= timer.dueMs) low = middle + 1;
      else high = middle;
    }
    this.#timers.splice(low, 0, timer);
  }
}
