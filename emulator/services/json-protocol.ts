import type { AwsError } from "../access/aws-error.ts";
import type { Reply } from "../http/reply.ts";
import type { Service, ServiceCall } from "./service.ts";

/** The versions of AWS's JSON protocol. */
export type JsonVersion = "1.0" | "1.1";

const contentType = (version: JsonVersion) => ({ "content-type": `application/x-amz-json-${version}` });

/** A service of AWS's JSON protocol. */
interface JsonServiceOptions {
  /** What stands before the operation in `X-Amz-Target`. */
  readonly target: string;
  /** Gives the body of the answer. */
  readonly answer: (call: ServiceCall) => string;
  readonly refuse?: (refusal: AwsError) => Reply;
  /** 1.1 unless told otherwise. */
  readonly version?: JsonVersion;
}

/** Makes a service that speaks AWS's JSON protocol. */
export function jsonService({ target, answer, version = "1.1", refuse }: JsonServiceOptions): Service {
  return {
    operationIn: ({ headers }) => {
      const wanted = headers["x-amz-target"] ?? "";
      return wanted.startsWith(`${target}.`) ? wanted.slice(target.length + 1) : undefined;
    },
    answer: (call) =>
      Promise.resolve().then(() => ({ status: 200, headers: contentType(version), body: answer(call) })),
    refuse: refuse ?? ((refusal) => jsonRefusal(refusal, version)),
  };
}

/** A refusal in AWS's JSON protocol; also for requests that are for no service at all. */
export function jsonRefusal({ type, message, status }: AwsError, version: JsonVersion = "1.1"): Reply {
  return {
    status,
    headers: { ...contentType(version), "x-amzn-errortype": type },
    body: JSON.stringify({ __type: type, message }),
  };
}
