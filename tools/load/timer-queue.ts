interface Timer {
  readonly id: number;
  readonly dueMs: number;
  /** Which of those that are due at the same time comes first. */
  readonly turn: number;
  /** The length of an interval; absent for a timeout. */
  readonly everyMs?: number;
  readonly run: () => void;
}

type Run = (...given: unknown[]) => void;

/**
 * Timers in virtual time, in a binary heap: those that come with Vitest look through all of them for the next one, which for
 * 200 viewers is most of the work.
 */
export class TimerQueue {
  /** Milliseconds since the start. */
  #nowMs = 0;
  #nextId = 1;
  #nextTurn = 1;
  /** The one at place n comes before those at 2n + 1 and 2n + 2. */
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
      this.#takeFirst();
      if (!this.#running.has(next.id)) continue;
      this.#goTo(next.dueMs, onPass);
      if (next.everyMs === undefined) this.#running.delete(next.id);
      else this.#insert({ ...next, dueMs: next.dueMs + next.everyMs, turn: this.#nextTurn++ });
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
    this.#insert({
      id,
      dueMs: this.#nowMs + ms,
      turn: this.#nextTurn++,
      run,
      ...(everyMs !== undefined && { everyMs }),
    });
    return id;
  }

  #insert(timer: Timer): void {
    let place = this.#timers.length;
    while (place > 0) {
      const above = (place - 1) >>> 1;
      const other = this.#timers[above];
      if (!other || isBefore(other, timer)) break;
      this.#timers[place] = other;
      place = above;
    }
    this.#timers[place] = timer;
  }

  #takeFirst(): void {
    const last = this.#timers.pop();
    if (!last || this.#timers.length === 0) return;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      const [left, right] = [this.#timers[below], this.#timers[below + 1]];
      if (left && right && isBefore(right, left)) below += 1;
      const next = this.#timers[below];
      if (!next || isBefore(last, next)) break;
      this.#timers[place] = next;
      place = below;
    }
    this.#timers[place] = last;
  }
}

function isBefore(one: Timer, other: Timer): boolean {
  return one.dueMs < other.dueMs || (one.dueMs === other.dueMs && one.turn < other.turn);
}
