import type { ReceivedRequest } from "./received-request.ts";
import type { Reply } from "./reply.ts";

/** What AWS lets a page of another origin read, as recorded from codedeploy, cognito-identity and sts. */
export const AWS_CORS_HEADERS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date",
};

/** The answer to a preflight of an AWS endpoint: the requested headers come back, kept for two days. */
export function awsPreflight(request: ReceivedRequest): Reply {
  return {
    status: 200,
    headers: {
      ...AWS_CORS_HEADERS,
      "access-control-allow-headers": request.headers["access-control-request-headers"] ?? "",
      "access-control-allow-methods": "POST",
      "access-control-max-age": "172800",
    },
    body: "",
  };
}

/** The control interface is open to every origin and every method. */
export const CONTROL_CORS_HEADERS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*",
  "access-control-allow-methods": "GET,POST,PUT,DELETE",
};
