import * as v from "valibot";

/** One request that reached the emulator's AWS side. */
export interface LoggedRequest extends RequestFacts {
  /** When it arrived, in epoch milliseconds. */
  readonly time: number;
  readonly method: string;
  /** Absent while it is under way, and for ever when it never got an answer. */
  status?: number;
}

const CAPACITY = 20_000;

/** The latest requests, oldest first. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  /** Notes a request; its status is filled in when it is answered. */
  add(entry: LoggedRequest): LoggedRequest {
    this.#entries.push(entry);
    if (this.#entries.length > CAPACITY) this.#entries = this.#entries.slice(-CAPACITY / 2);
    return entry;
  }

  find(wanted: RequestFacts): LoggedRequest[] {
    return this.#entries.filter((entry) => fits(entry, wanted));
  }
}

/** What a request is about, as far as it says so: the key for faults and for the request log. */
export const requestFactsSchema = v.strictObject({
  deploymentId: v.exactOptional(v.string()),
  operation: v.exactOptional(v.string()),
  identityPoolId: v.exactOptional(v.string()),
  roleArn: v.exactOptional(v.string()),
  origin: v.exactOptional(v.string()),
});

export type RequestFacts = v.InferOutput<typeof requestFactsSchema>;

/** Does a request fit every fact that is asked for? */
export function fits(facts: RequestFacts, wanted: RequestFacts): boolean {
  return (
    (wanted.deploymentId ?? facts.deploymentId) === facts.deploymentId &&
    (wanted.operation ?? facts.operation) === facts.operation &&
    (wanted.identityPoolId ?? facts.identityPoolId) === facts.identityPoolId &&
    (wanted.roleArn ?? facts.roleArn) === facts.roleArn &&
    (wanted.origin ?? facts.origin) === facts.origin
  );
}
