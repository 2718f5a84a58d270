import type { AwsError } from "../access/aws-error.ts";
import type { Service, ServiceCall } from "./service.ts";

/** One read of a service of AWS's REST and JSON protocol. */
export interface RestRead {
  /** Fits the path of its requests; its groups are the path's parameters. */
  readonly path: RegExp;
  /** What goes on the wire as JSON. @param parameters as they travel, decoded */
  readonly answer: (call: ServiceCall, parameters: Readonly<Record<string, string>>) => object;
}

/** A service of AWS's REST and JSON protocol that is only read: paths in place of names of operations, and refusals by status. */
export function restService(reads: Readonly<Record<string, RestRead>>): Service {
  const find = ({ method, path }: ServiceCall["request"]) =>
    method === "GET" ? Object.entries(reads).find(([, read]) => read.path.test(path)) : undefined;
  return {
    operationIn: (request) => find(request)?.[0],
    answer: async (call) => {
      const [, read] = find(call.request) ?? [];
      if (!read) throw new Error("A service is asked only what it says that it is asked.");
      const groups = Object.entries(read.path.exec(call.request.path)?.groups ?? {});
      const parameters = Object.fromEntries(groups.map(([name, value]) => [name, decodeURIComponent(value)]));
      return {
        status: 200,
        headers: { "content-type": "application/json" },
        body: JSON.stringify(read.answer(call, parameters)),
      };
    },
    refuse: ({ type, message, status }: AwsError) => ({
      status: STATUS[type] ?? status,
      headers: { "content-type": "application/json", "x-amzn-errortype": type },
      body: JSON.stringify({ Type: status < 500 ? "User" : "Service", Message: message }),
    }),
  };
}

/** Where REST services answer another status than those of the JSON protocol. */
const STATUS: Readonly<Record<string, number>> = {
  AccessDeniedException: 403,
  ExpiredTokenException: 403,
  InvalidSignatureException: 403,
  UnrecognizedClientException: 403,
  ThrottlingException: 429,
  TooManyRequestsException: 429,
};
