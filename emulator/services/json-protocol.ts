import type { AwsError } from "../access/aws-error.ts";
import type { Reply } from "../http/reply.ts";
import type { Service, ServiceCall } from "./service.ts";

const CONTENT_TYPE = { "content-type": "application/x-amz-json-1.1" };

/** A service of AWS's JSON protocol. */
interface JsonServiceOptions {
  /** What stands before the operation in `X-Amz-Target`. */
  readonly target: string;
  /** Gives the body of the answer. */
  readonly answer: (call: ServiceCall) => string;
  readonly refuse?: (refusal: AwsError) => Reply;
}

/** Makes a service that speaks AWS's JSON protocol. */
export function jsonService({ target, answer, refuse = jsonRefusal }: JsonServiceOptions): Service {
  return {
    operationIn: ({ headers }) => {
      const wanted = headers["x-amz-target"] ?? "";
      return wanted.startsWith(`${target}.`) ? wanted.slice(target.length + 1) : undefined;
    },
    answer: (call) =>
      Promise.resolve().then(() => ({ status: 200, headers: CONTENT_TYPE, body: answer(call) })),
    refuse,
  };
}

/** A refusal in AWS's JSON protocol; also for requests that are for no service at all. */
export function jsonRefusal({ type, message, status }: AwsError): Reply {
  return {
    status,
    headers: { ...CONTENT_TYPE, "x-amzn-errortype": type },
    body: JSON.stringify({ __type: type, message }),
  };
}
