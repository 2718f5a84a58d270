import type { BrowserContext, Locator, Page, Request, Response } from "@playwright/test";
import { expect } from "@playwright/test";
import type { FaultInput } from "../emulator/control/fault.ts";
import { operationOf } from "./operation-of.ts";
import { letWork, noteWork } from "./page-work.ts";

/** A request to AWS, in the page's time. */
export interface Asked {
  /** Such as `GetDeployment`. */
  operation: string;
  /** In seconds since the clock was stopped. */
  at: number;
  /** When it was answered, had failed or was given up; absent until then. */
  endedAt?: number;
}

/** What never comes: the whole answer, or the end of its body. */
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
  // The clock runs from its installation until it is stopped, and cannot be stopped in its past.
  await context.clock.install({ time: time - 60_000 });
  await noteWork(context);
  await context.clock.pauseAt(time);
  return new StoppedClock(context, time, alongside);
}

/**
 * The clock of a context's pages. It moves on only when it is told to, in steps, and after each step waits until the
 * pages' requests are answered. So the speed of the machine makes no difference: an interval is as long as the page made
 * it, give or take a step.
 */
export class StoppedClock {
  readonly #context: BrowserContext;
  readonly #stoppedAtMs: number;
  readonly #alongside: (ms: number) => void;
  readonly #asked = new Map<Request, Asked>();
  readonly #open = new Set<Request>();
  readonly #awaited = new Set<Request>();
  readonly #withheld = new Map<string, Withheld>();
  #passedMs = 0;
  #changes = 0;
  /** As the pages had it when they were still. */
  #dueInMs = 0;

  constructor(context: BrowserContext, stoppedAtMs: number, alongside: (ms: number) => void) {
    this.#context = context;
    this.#stoppedAtMs = stoppedAtMs;
    this.#alongside = alongside;
    const end = (request: Request) => this.#end(request);
    context.on("request", (request) => this.#begin(request));
    context.on("response", (response) => this.#answerHead(response));
    context.on("requestfinished", end).on("requestfailed", end);
    for (const page of context.pages()) this.#watchLeaving(page);
    context.on("page", (page) => this.#watchLeaving(page));
  }

  /** Seconds since it was stopped. */
  get now(): number {
    return this.#passedMs / 1_000;
  }

  /** Lets so many seconds pass; by {@link COARSE_MS} where nothing is to be asked, which is faster. */
  async run(seconds: number, stepMs = STEP_MS): Promise<void> {
    const endMs = this.#passedMs + seconds * 1_000;
    // What somebody has done since the last step may have set timers.
    if (endMs - this.#passedMs > stepMs) await this.#settle();
    for (let leftMs = endMs - this.#passedMs; leftMs > 0; leftMs = endMs - this.#passedMs)
      await this.#step(Math.min(leftMs, this.#upToDue(stepMs)));
  }

  /** Lets so many seconds pass at once, as for a device that sleeps: what was due meanwhile happens once. */
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
  async runUntilVisible(awaited: Locator, seconds: number, stepMs = STEP_MS): Promise<number> {
    const from = this.now;
    await this.#settle();
    for (let left = seconds; left > 0 && !(await awaited.isVisible()); left = from + seconds - this.now)
      await this.#step(Math.max(stepMs, Math.min(left * 1_000, this.#upToDue(stepMs))));
    const took = this.now - from;
    // What is late only because the machine is slow comes within a few of these steps of a millisecond.
    for (let left = PATIENCE_MS; left > 0 && !(await awaited.isVisible()); left--) await this.#step(1);
    await expect(awaited, `to be seen within ${seconds} s`).toBeVisible({ timeout: 1_000 });
    return took;
  }

  /** Lets the clock run for something that sets timers of its own in the page, and stops it again {@link SPARE_MS} later. */
  async whileRunning(page: Page, act: () => Promise<void>): Promise<void> {
    await this.#context.clock.resume();
    await act();
    const untilMs = (await page.evaluate(() => Date.now())) + SPARE_MS;
    const ms = untilMs - this.#stoppedAtMs - this.#passedMs;
    this.#passedMs += ms;
    this.#alongside(ms);
    await this.#context.clock.pauseAt(untilMs);
    await this.#settle();
  }

  /** Steps do not wait for what is withheld of the answers to this operation, until {@link awaitAnswers}. */
  leaveUnanswered(operation: string, withheld: Withheld = "answer"): void {
    this.#withheld.set(operation, withheld);
  }

  /** From now on steps wait for the answers to this operation again. */
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

  /** A step goes on to the next timer: until then only clocks tick. Deadlines of requests are not among the timers. */
  #upToDue(leastMs: number): number {
    const isFine = leastMs < STEP_MS || this.#open.size > 0;
    return isFine ? leastMs : Math.max(leastMs, Math.ceil(this.#dueInMs));
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
    let hasWorked = true;
    for (let changes = -1; hasWorked || changes !== this.#changes || this.#dueInMs <= 0;) {
      changes = this.#changes;
      const works = await Promise.all(this.#context.pages().map(letWork));
      hasWorked = works.some((work) => work.hasWorked);
      this.#dueInMs = Math.min(...works.map(({ dueInMs }) => dueInMs));
      if (this.#awaited.size > 0)
        await expect
          .poll(() => [...this.#awaited].map((request) => request.url()), { intervals: [10] })
          .toEqual([]);
      // react-query passes an answer on by a timer, which is due at once. The answer may have come while time passed.
      if (changes !== this.#changes || this.#dueInMs <= 0) await this.#pass(1);
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

  /** The browser does not report how the requests of a document end that was left for another site. */
  #watchLeaving(page: Page): void {
    let isLeaving = false;
    const endAll = () => {
      isLeaving = false;
      for (const request of this.#open)
        if (!request.isNavigationRequest() && request.frame().page() === page) this.#end(request);
    };
    page.on("request", (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) isLeaving = true;
    });
    page.on("framenavigated", (frame) => {
      if (isLeaving && frame === page.mainFrame()) endAll();
    });
    page.on("close", endAll);
  }

  #end(request: Request): void {
    if (!this.#open.delete(request)) return;
    this.#changes += 1;
    this.#awaited.delete(request);
    const asked = this.#asked.get(request);
    if (asked) asked.endedAt = this.now;
  }
}

/** What a fault withholds of an answer, so that steps must not wait for it. */
export function withheldBy({ kind }: FaultInput["effect"]): Withheld | undefined {
  if (kind === "hang") return "answer";
  return kind === "stalled-body" || kind === "drip" ? "body" : undefined;
}

/** A step while something may be asked. */
const STEP_MS = 1_000;

/** A step for a time in which a page is to ask nothing. What it asks all the same is noted. */
export const COARSE_MS = 5_000;

/** A running clock cannot be stopped in its past, and it runs on while it is read. */
const SPARE_MS = 10_000;

/** In milliseconds of the page's time: less than any difference that a test looks for. */
const PATIENCE_MS = 400;
