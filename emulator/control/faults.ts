import { randomUUID } from "node:crypto";
import type { Fault, FaultEffect } from "./fault.ts";
import type { RequestFacts } from "./request-log.ts";
import { fits } from "./request-log.ts";

interface ArmedFault {
  readonly id: string;
  readonly fault: Fault;
  readonly bucket?: TokenBucket;
  timesLeft: number;
  /** Those who wait until it is cleared. */
  readonly waiting: (() => void)[];
}

/** The faults that are armed. */
export class Faults {
  #armed: ArmedFault[] = [];

  /** Arms a fault and gives the id to clear it by. */
  add(fault: Fault): string {
    const { effect } = fault;
    const id = randomUUID();
    this.#armed.push({
      id,
      fault,
      timesLeft: fault.times ?? Number.POSITIVE_INFINITY,
      waiting: [],
      ...(effect.kind === "throttle" && { bucket: new TokenBucket(effect.ratePerSecond, effect.burst) }),
    });
    return id;
  }

  remove(id: string): void {
    this.#keep((armed) => armed.id !== id);
  }

  /** Clears the faults that were armed for such requests; for no facts, all of them. */
  clear(wanted: RequestFacts): void {
    this.#keep(({ fault }) => !fits(fault.match, wanted));
  }

  /** What happens to a request, in the order in which the faults were armed. Uses up a turn of each fault. */
  take(request: RequestFacts, nowMs: number): FaultEffect[] {
    return this.#armed.filter((armed) => catches(armed, request, nowMs)).map(({ fault }) => fault.effect);
  }

  /** Waits until the fault with this effect, one of those that were taken, is cleared. */
  async untilCleared(effect: FaultEffect): Promise<void> {
    const armed = this.#armed.find(({ fault }) => fault.effect === effect);
    if (armed) await new Promise<void>((resolve) => armed.waiting.push(resolve));
  }

  #keep(isKept: (armed: ArmedFault) => boolean): void {
    const cleared = this.#armed.filter((armed) => !isKept(armed));
    this.#armed = this.#armed.filter(isKept);
    for (const resolve of cleared.flatMap(({ waiting }) => waiting)) resolve();
  }
}

function catches(armed: ArmedFault, request: RequestFacts, nowMs: number): boolean {
  if (armed.timesLeft <= 0 || !fits(request, armed.fault.match)) return false;
  if (armed.bucket?.take(nowMs)) return false;
  armed.timesLeft -= 1;
  return true;
}

/** Lets through a burst at once and a steady rate after it. */
export class TokenBucket {
  readonly #ratePerSecond: number;
  readonly #burst: number;
  #tokens: number;
  #filledAtMs: number | undefined;

  constructor(ratePerSecond: number, burst: number) {
    this.#ratePerSecond = ratePerSecond;
    this.#burst = burst;
    this.#tokens = burst;
  }

  /** Takes a token, if there is one. */
  take(nowMs: number): boolean {
    const passedMs = nowMs - (this.#filledAtMs ?? nowMs);
    this.#filledAtMs = nowMs;
    this.#tokens = Math.min(this.#burst, this.#tokens + (passedMs / 1000) * this.#ratePerSecond);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
