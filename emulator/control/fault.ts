import * as v from "valibot";
import { requestFactsSchema } from "./request-facts.ts";

const milliseconds = v.pipe(v.number(), v.finite());

/** What goes wrong with a request that a fault catches. */
const faultEffectSchema = v.variant("kind", [
  /** AWS refuses with this error. */
  v.strictObject({
    kind: v.literal("error"),
    type: v.string(),
    message: v.string(),
    status: v.exactOptional(v.number(), 400),
  }),
  /** Any answer at all: a captive portal, truncated JSON, a 503 of a proxy that knows no CORS. */
  v.strictObject({
    kind: v.literal("answer"),
    status: v.exactOptional(v.number(), 200),
    body: v.exactOptional(v.string(), ""),
    contentType: v.exactOptional(v.string(), "application/x-amz-json-1.1"),
    hasCors: v.exactOptional(v.boolean(), true),
  }),
  /** The right answer, later. */
  v.strictObject({ kind: v.literal("delay"), delayMs: milliseconds }),
  /** The right answer of this moment, which leaves when the fault is cleared: one that others overtake. */
  v.strictObject({ kind: v.literal("hold") }),
  /** No answer, not even headers. */
  v.strictObject({ kind: v.literal("hang") }),
  /** Headers and half of the right body, then nothing more. */
  v.strictObject({ kind: v.literal("stalled-body") }),
  /** The right answer at one byte a second. */
  v.strictObject({ kind: v.literal("drip") }),
  /** The connection is torn down. */
  v.strictObject({ kind: v.literal("reset") }),
  /** The connection is torn down in the middle of the answer's headers. */
  v.strictObject({ kind: v.literal("reset-in-headers") }),
  /** ThrottlingException for what goes beyond a token bucket. */
  v.strictObject({ kind: v.literal("throttle"), ratePerSecond: v.number(), burst: v.number() }),
  /** The server's clock is so far ahead of the real one: a browser whose clock is behind by as much. */
  v.strictObject({ kind: v.literal("clock-offset"), offsetMs: milliseconds }),
  /** The `Date` header is not for pages of other origins to read. */
  v.strictObject({ kind: v.literal("hidden-date") }),
]);

/** A fault: which requests it catches, how many of them (all, unless told), and what happens to those. */
export const faultSchema = v.strictObject({
  match: requestFactsSchema,
  effect: faultEffectSchema,
  times: v.exactOptional(v.number()),
});

/** A fault as one writes it, with what has a default left out. */
export type FaultInput = v.InferInput<typeof faultSchema>;
export type Fault = v.InferOutput<typeof faultSchema>;
export type FaultEffect = Fault["effect"];
