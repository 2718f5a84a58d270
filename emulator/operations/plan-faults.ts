import { AwsError } from "../access/aws-error.ts";
import type { FaultEffect } from "../control/fault.ts";
import { awsCorsHeaders } from "../http/cors.ts";
import type { Delivery, Reply } from "../http/reply.ts";

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

function rawAnswer(effect: Extract<FaultEffect, { kind: "answer" }>): Reply {
  return {
    status: effect.status,
    headers: { "content-type": effect.contentType, ...(effect.hasCors && awsCorsHeaders) },
    body: effect.body,
  };
}
