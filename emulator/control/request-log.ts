import { fits, type RequestFacts } from "./request-facts.ts";

/** One request that reached the emulator's AWS side. */
export interface LoggedRequest extends RequestFacts {
  /** When it arrived, in epoch milliseconds. */
  readonly time: number;
  readonly method: string;
  /** Absent while it is under way, and for ever when it never got an answer. */
  status?: number;
}

const capacity = 20_000;

/** The latest requests, oldest first. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  /** Notes a request; its status is filled in when it is answered. */
  add(entry: LoggedRequest): LoggedRequest {
    this.#entries.push(entry);
    if (this.#entries.length > capacity) this.#entries = this.#entries.slice(-capacity / 2);
    return entry;
  }

  find(wanted: RequestFacts): LoggedRequest[] {
    return this.#entries.filter((entry) => fits(entry, wanted));
  }
}
