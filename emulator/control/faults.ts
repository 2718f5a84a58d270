import { randomUUID } from "node:crypto";
import type { Fault, FaultEffect } from "./fault.ts";
import { fits, type RequestFacts } from "./request-facts.ts";
import { TokenBucket } from "./token-bucket.ts";

interface ArmedFault {
  readonly id: string;
  readonly fault: Fault;
  readonly bucket?: TokenBucket;
  timesLeft: number;
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
      ...(effect.kind === "throttle" && { bucket: new TokenBucket(effect.ratePerSecond, effect.burst) }),
    });
    return id;
  }

  remove(id: string): void {
    this.#armed = this.#armed.filter((armed) => armed.id !== id);
  }

  /** Clears the faults that were armed for such requests; for no facts, all of them. */
  clear(wanted: RequestFacts): void {
    this.#armed = this.#armed.filter(({ fault }) => !fits(fault.match, wanted));
  }

  /** What happens to a request, in the order in which the faults were armed. Uses up a turn of each fault. */
  take(request: RequestFacts, nowMs: number): FaultEffect[] {
    return this.#armed.filter((armed) => catches(armed, request, nowMs)).map(({ fault }) => fault.effect);
  }
}

function catches(armed: ArmedFault, request: RequestFacts, nowMs: number): boolean {
  if (armed.timesLeft <= 0 || !fits(request, armed.fault.match)) return false;
  if (armed.bucket?.take(nowMs)) return false;
  armed.timesLeft -= 1;
  return true;
}
