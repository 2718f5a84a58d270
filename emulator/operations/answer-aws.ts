import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { AwsError } from "../access/aws-error.ts";
import { awsCorsHeaders, awsPreflight } from "../http/cors.ts";
import type { ReceivedRequest } from "../http/received-request.ts";
import type { Delivery, Reply } from "../http/reply.ts";
import type { EmulatorState } from "../state.ts";
import { awsRequestOf } from "./aws-request.ts";
import { answerCodeDeploy } from "./codedeploy.ts";
import { answerCognitoIdentity } from "./cognito-identity.ts";
import { factsOfRequest } from "./facts-of-request.ts";
import { jsonErrorReply, jsonReply } from "./json-reply.ts";
import { type FaultPlan, planFaults } from "./plan-faults.ts";
import { assumeRoleWithWebIdentity, getCallerIdentity } from "./sts.ts";
import { xmlErrorReply, xmlReply } from "./xml-reply.ts";

/** Deliveries of which not even the status arrives. */
const UNANSWERED: ReadonlySet<Delivery> = new Set(["hang", "reset", "reset-in-headers"]);

/** Answers a request to any of the AWS services, as AWS would or as a fault has it, and logs it. */
export async function answerAws(request: ReceivedRequest, state: EmulatorState): Promise<Reply> {
  const facts = factsOfRequest(request, state);
  const logged = state.requests.add({ time: state.now(), method: request.method, ...facts });
  const plan = planFaults(state.faults.take(facts, state.now()));
  if (plan.delayMs > 0) await sleep(plan.delayMs);
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
        "access-control-expose-headers": awsCorsHeaders["access-control-expose-headers"].replace(",Date", ""),
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
  const aws = awsRequestOf(request);
  const reply = await answerService().catch((error: unknown) => {
    const refusal = error instanceof AwsError ? error : new AwsError("InternalFailure", String(error), 500);
    return aws?.service === "sts" ? xmlErrorReply(refusal, requestId) : jsonErrorReply(refusal);
  });
  return { ...reply, headers: { ...reply.headers, ...awsCorsHeaders, "x-amzn-requestid": requestId } };

  async function answerService(): Promise<Reply> {
    if (fault) throw fault;
    if (aws?.service === "codedeploy") {
      return jsonReply(await answerCodeDeploy(state, request, aws.operation, clockOffsetMs));
    }
    if (aws?.service === "cognito-identity") {
      return jsonReply(answerCognitoIdentity(state, aws.operation, request.body, clockOffsetMs));
    }
    if (aws?.service === "sts" && aws.operation === "GetCallerIdentity") {
      return xmlReply(aws.operation, await getCallerIdentity(state, request, clockOffsetMs), requestId);
    }
    if (aws?.service === "sts" && aws.operation === "AssumeRoleWithWebIdentity") {
      return xmlReply(
        aws.operation,
        assumeRoleWithWebIdentity(state, aws.parameters, clockOffsetMs),
        requestId,
      );
    }
    throw aws
      ? new AwsError("InvalidAction", `Could not find operation ${aws.operation} for version 2011-06-15`)
      : new AwsError("UnknownOperationException", "The operation is not known.", 404);
  }
}
