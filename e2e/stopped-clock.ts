import type { BrowserContext, Locator, Page, Request, Response } from "@playwright/test";
import { expect } from "@playwright/test";
import type { FaultInput } from "../emulator/control/fault.ts";

/** A request to AWS, in the page's time. */
interface Asked {
  /** Such as `GetDeployment`. */
  operation: string;
  /** Seconds since the clock was stopped, as all of them. */
  at: number;
  /** When it was answered, had failed or was given up; absent until then. */
  endedAt?: number;
}

/** What never comes: not a word of the answer, or not the end of its body. */
type Withheld = "answer" | "body";

interface StopOptions {
  /** What the page's clock shows at first: the real time, unless told otherwise. */
  time?: number;
  /** Told of each step, so that another clock can go along. */
  alongside?: (ms: number) => void;
}

/** Stops the clock of all pages that the context will have, from their first moment on. */
export async function stopClock(context: BrowserContext, options: StopOptions = {}): Promise<StoppedClock> {
  const { time = Date.now(), alongside = () => {} } = options;
  // It runs until it is stopped, which must not be in its past.
  await context.clock.install({ time: time - 60_000 });
  await context.clock.pauseAt(time);
  return new StoppedClock(context, alongside);
}

/**
 * The clock of a context's pages. It goes on when it is told to, by a step at a time, and waits after each until what
 * the pages ask for is answered. How fast the machine is makes no difference then: an interval is as long as the page
 * made it, give or take a step, and nothing comes late because an expectation was patient.
 */
export class StoppedClock {
  readonly #context: BrowserContext;
  readonly #alongside: (ms: number) => void;
  readonly #asked = new Map<Request, Asked>();
  readonly #open = new Set<Request>();
  readonly #awaited = new Set<Request>();
  readonly #withheld = new Map<string, Withheld>();
  #passedMs = 0;
  #changes = 0;

  constructor(context: BrowserContext, alongside: (ms: number) => void) {
    this.#context = context;
    this.#alongside = alongside;
    const end = (request: Request) => this.#end(request);
    context.on("request", (request) => this.#begin(request));
    context.on("response", (response) => this.#answerHead(response));
    context.on("requestfinished", end).on("requestfailed", end);
  }

  /** Seconds since it was stopped. */
  get now(): number {
    return this.#passedMs / 1_000;
  }

  /** Lets so many seconds pass. */
  async run(seconds: number, stepMs = 1_000): Promise<void> {
    const endMs = this.#passedMs + seconds * 1_000;
    while (this.#passedMs < endMs) await this.#step(Math.min(stepMs, endMs - this.#passedMs));
  }

  /** Lets so many seconds pass in one leap, as for a device that sleeps: what was due meanwhile happens once. */
  async sleep(seconds: number): Promise<void> {
    const ms = seconds * 1_000;
    this.#passedMs += ms;
    this.#alongside(ms);
    await this.#context.clock.fastForward(ms);
    await this.#settle();
  }

  /**
   * Lets time pass until something can be seen, which fails when that takes longer than `seconds`.
   *
   * @returns the seconds that it took
   */
  async runUntilVisible(awaited: Locator, seconds: number, stepMs = 1_000): Promise<number> {
    const from = this.now;
    await this.#settle();
    while (this.now - from < seconds && !(await awaited.isVisible())) await this.#step(stepMs);
    const took = this.now - from;
    // What only the machine is slow with comes by the millisecond, of which it takes longer over each.
    for (let left = PATIENCE_MS; left > 0 && !(await awaited.isVisible()); left--) await this.#step(1);
    await expect(awaited, `to be seen within ${seconds} s`).toBeVisible({ timeout: 1_000 });
    return took;
  }

  /** Nobody waits for what is withheld of the answers to this operation, until {@link awaitAnswers}. */
  leaveUnanswered(operation: string, withheld: Withheld = "answer"): void {
    this.#withheld.set(operation, withheld);
  }

  /** From now on whoever asks for this operation is answered. */
  awaitAnswers(operation: string): void {
    this.#withheld.delete(operation);
  }

  /** How many requests for this operation are under way. */
  unanswered(operation: string): number {
    return [...this.#open].filter((request) => this.#asked.get(request)?.operation === operation).length;
  }

  /** What AWS was asked since `since`, oldest first. */
  asked(since = 0, operation?: string): Asked[] {
    return [...this.#asked.values()].filter(
      (request) => request.at > since && (operation ?? request.operation) === request.operation,
    );
  }

  async #step(ms: number): Promise<void> {
    await this.#pass(ms);
    await this.#settle();
  }

  async #pass(ms: number): Promise<void> {
    this.#passedMs += ms;
    this.#alongside(ms);
    await this.#context.clock.runFor(ms);
  }

  /** Waits until nothing is under way any more: an answer may lead to the next request without any time passing. */
  async #settle(): Promise<void> {
    for (let changes = -1; changes !== this.#changes;) {
      changes = this.#changes;
      for (const page of this.#context.pages()) await letWork(page);
      await expect
        .poll(() => [...this.#awaited].map((request) => request.url()), { intervals: [10] })
        .toEqual([]);
      // react-query tells of an answer by a timer.
      if (changes !== this.#changes) await this.#pass(1);
    }
  }

  #begin(request: Request): void {
    this.#changes += 1;
    this.#open.add(request);
    const operation = operationOf(request);
    if (operation !== undefined) this.#asked.set(request, { operation, at: this.now });
    if (this.#withheldFrom(request) !== "answer") this.#awaited.add(request);
  }

  #answerHead(response: Response): void {
    this.#changes += 1;
    if (this.#withheldFrom(response.request()) === "body") this.#awaited.delete(response.request());
  }

  #withheldFrom(request: Request): Withheld | undefined {
    const operation = this.#asked.get(request)?.operation;
    return operation === undefined ? undefined : this.#withheld.get(operation);
  }

  #end(request: Request): void {
    this.#changes += 1;
    this.#open.delete(request);
    this.#awaited.delete(request);
    const asked = this.#asked.get(request);
    if (asked) asked.endedAt = this.now;
  }
}

/** What a fault withholds of an answer, which nobody must wait for then. */
export function withheldBy({ kind }: FaultInput["effect"]): Withheld | undefined {
  if (kind === "hang") return "answer";
  return kind === "stalled-body" || kind === "drip" ? "body" : undefined;
}

/** Of the page's time; less than any step of it that a test tells apart. */
const PATIENCE_MS = 400;

/** The page gives up what takes longer. The browser tells of it when it gets round to it. */
const DEADLINE_S = 15;

/** Seconds from the end of each of these requests to the next one. */
export function intervals(asked: readonly Asked[]): number[] {
  const ends = asked.map(({ at, endedAt = Number.NaN }) => Math.min(endedAt, at + DEADLINE_S));
  return asked.slice(1).map(({ at }, index) => at - (ends[index] ?? Number.NaN));
}

/** Expects times that the page chose: each give or take the jitter of a fifth, and what a step of the clock blurs. */
export function expectAbout(expected: readonly number[], seconds: readonly number[], stepSeconds = 1): void {
  expect(seconds, `seconds, of which ${expected.join(", ")} are due`).toHaveLength(expected.length);
  for (const [index, due] of expected.entries()) {
    expect(seconds[index]).toBeGreaterThanOrEqual(due * 0.8 - stepSeconds);
    expect(seconds[index]).toBeLessThanOrEqual(due * 1.2 + stepSeconds);
  }
}

function operationOf(request: Request): string | undefined {
  if (request.method() !== "POST") return undefined;
  const target = request.headers()["x-amz-target"]?.split(".")[1];
  return target ?? new URLSearchParams(request.postData() ?? "").get("Action") ?? undefined;
}

/**
 * Lets a page do what it does without a timer. Its way to a request leads over locks and a dozen steps of WebCrypto: as
 * many of ours stand in the queue behind them.
 */
async function letWork(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const locks: LockManager | undefined = navigator.locks;
    for (let turn = 0; turn < 20; turn++) {
      await locks?.query();
      await crypto.subtle.digest("SHA-256", new Uint8Array(1));
    }
  });
}
