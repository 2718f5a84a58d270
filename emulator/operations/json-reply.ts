import type { AwsError } from "../access/aws-error.ts";
import type { Reply } from "../http/reply.ts";

const contentType = { "content-type": "application/x-amz-json-1.1" };

/** A good answer in AWS's JSON protocol. */
export function jsonReply(output: object): Reply {
  return { status: 200, headers: contentType, body: JSON.stringify(output) };
}

/** A refusal in AWS's JSON protocol. */
export function jsonErrorReply({ type, message, status }: AwsError): Reply {
  return {
    status,
    headers: { ...contentType, "x-amzn-errortype": type },
    body: JSON.stringify({ __type: type, message }),
  };
}
