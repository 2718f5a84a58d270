import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { AwsError } from "../access/aws-error.ts";
import { AWS_CORS_HEADERS, awsPreflight } from "../http/cors.ts";
import type { ReceivedRequest } from "../http/received-request.ts";
import type { Delivery, Reply } from "../http/reply.ts";
import { FAILURE_WORDS, reportFailure } from "../http/send-failure.ts";
import type { EmulatorState } from "../state.ts";
import { jsonRefusal } from "./json-protocol.ts";
import { requestFactsOf } from "./request-facts-of.ts";
import { serviceFor } from "./services.ts";
import type { FaultPlan } from "../control/fault.ts";
import { planFaults } from "../control/fault.ts";

/** Deliveries of which not even the status arrives. */
const UNANSWERED: ReadonlySet<Delivery> = new Set(["hang", "reset", "reset-in-headers"]);

/** Answers a request to any of the AWS services, as AWS would or as a fault has it, and logs it. */
export async function answerAws(request: ReceivedRequest, state: EmulatorState): Promise<Reply> {
  const facts = requestFactsOf(request, state);
  const logged = state.requests.add({ time: state.now(), method: request.method, ...facts });
  const plan = planFaults(state.faults.take(facts, state.now()));
  if (plan.delayMs > 0) await sleep(plan.delayMs);
  if (plan.arrivesAfter) await state.faults.untilCleared(plan.arrivesAfter);
  const answer = plan.answer ?? (await answerInProtocol(request, state, plan));
  if (plan.heldBy) await state.faults.untilCleared(plan.heldBy);
  if (!plan.delivery || !UNANSWERED.has(plan.delivery)) logged.status = answer.status;
  return {
    ...answer,
    ...(plan.delivery && { delivery: plan.delivery }),
    headers: {
      ...answer.headers,
      date: new Date(state.now() + plan.clockOffsetMs).toUTCString(),
      ...(plan.hidesDate && {
        "access-control-expose-headers": AWS_CORS_HEADERS["access-control-expose-headers"].replace(
          ",Date",
          "",
        ),
      }),
    },
  };
}

async function answerInProtocol(
  request: ReceivedRequest,
  state: EmulatorState,
  { error: fault, clockOffsetMs }: FaultPlan,
): Promise<Reply> {
  if (request.method === "OPTIONS") return awsPreflight(request);
  const requestId = randomUUID();
  const named = serviceFor(request);
  const answer = async (): Promise<Reply> => {
    if (fault) throw fault;
    if (!named) throw unknownService(request);
    return named.service.answer({ state, request, operation: named.operation, requestId, clockOffsetMs });
  };
  const reply = await answer().catch((error: unknown) => {
    const refusal = error instanceof AwsError ? error : internalFailure(error);
    return named ? named.service.refuse(refusal, requestId) : jsonRefusal(refusal);
  });
  return { ...reply, headers: { ...reply.headers, ...AWS_CORS_HEADERS, "x-amzn-requestid": requestId } };
}

function unknownService({ headers }: ReceivedRequest): AwsError {
  const target = headers["x-amz-target"];
  const wanted = target === undefined ? "it names no operation" : `X-Amz-Target is ${JSON.stringify(target)}`;
  return new AwsError(
    "UnknownOperationException",
    `The request is for no service that this emulator has (CodeDeploy, Cognito identity, STS): ${wanted}.`,
    404,
  );
}

function internalFailure(error: unknown): AwsError {
  reportFailure(error);
  return new AwsError("InternalFailure", FAILURE_WORDS, 500);
}
