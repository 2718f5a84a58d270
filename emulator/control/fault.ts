import * as v from "valibot";
import { AwsError } from "../access/aws-error.ts";
import { AWS_CORS_HEADERS } from "../http/cors.ts";
import type { Delivery, Reply } from "../http/reply.ts";
import { requestFactsSchema } from "./request-log.ts";

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
  /** What was asked is done, and nobody learns of it: the connection is torn down in the middle of the answer. */
  v.strictObject({ kind: v.literal("lost-answer") }),
  /** What was asked never arrives: the connection is torn down, and nothing is done. To the page it looks like a lost answer. */
  v.strictObject({ kind: v.literal("lost-request") }),
  /** What was asked arrives, and is done, when the fault is cleared: long after the page has given up, if a test wants so. */
  v.strictObject({ kind: v.literal("late-request") }),
  /** No answer, not even headers. What was asked is done. */
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

/** What the faults that caught a request do to it, taken together. */
export interface FaultPlan {
  readonly delayMs: number;
  readonly clockOffsetMs: number;
  readonly hidesDate?: boolean;
  readonly error?: AwsError;
  readonly answer?: Reply;
  readonly delivery?: Delivery;
  /** The answer leaves when the fault with this effect is cleared. */
  readonly heldBy?: FaultEffect;
  /** The request arrives when the fault with this effect is cleared. */
  readonly arrivesAfter?: FaultEffect;
}

/** Sums up the effects of several faults; where two exclude each other the later one counts. */
export function planFaults(effects: readonly FaultEffect[]): FaultPlan {
  const plan: FaultPlan = { delayMs: 0, clockOffsetMs: 0 };
  for (const effect of effects) Object.assign(plan, planOf(effect, plan));
  return plan;
}

function planOf(effect: FaultEffect, plan: FaultPlan): Partial<FaultPlan> {
  switch (effect.kind) {
    case "delay":
      return { delayMs: plan.delayMs + effect.delayMs };
    case "hold":
      return { heldBy: effect };
    case "lost-answer":
      return { delivery: LOSS };
    case "lost-request":
      return { delivery: LOSS, answer: NOTHING };
    case "late-request":
      return { arrivesAfter: effect };
    case "clock-offset":
      return { clockOffsetMs: plan.clockOffsetMs + effect.offsetMs };
    case "hidden-date":
      return { hidesDate: true };
    case "error":
      return { error: new AwsError(effect.type, effect.message, effect.status) };
    case "throttle":
      return { error: new AwsError("ThrottlingException", "Rate exceeded") };
    case "answer":
      return { answer: rawAnswer(effect) };
    case "hang":
    case "stalled-body":
    case "drip":
    case "reset":
    case "reset-in-headers":
      return { delivery: effect.kind };
  }
}

/**
 * How an answer is lost for good. Chromium sends a request anew, a POST as well, when a connection that it has used before breaks
 * without a whole head of an answer: then a second request would come that no page has sent.
 */
const LOSS: Delivery = "reset-in-body";
const NOTHING: Reply = {
  status: 200,
  headers: { "content-type": "application/x-amz-json-1.1", ...AWS_CORS_HEADERS },
  body: "{}",
};

function rawAnswer(effect: Extract<FaultEffect, { kind: "answer" }>): Reply {
  return {
    status: effect.status,
    headers: { "content-type": effect.contentType, ...(effect.hasCors && AWS_CORS_HEADERS) },
    body: effect.body,
  };
}
