import type { AwsError } from "../access/aws-error.ts";
import type { Reply } from "../http/reply.ts";

const namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

/** A good answer in STS's query protocol. */
export function xmlReply(action: string, result: string, requestId: string): Reply {
  return xml(
    200,
    `<${action}Response xmlns="${namespace}"><${action}Result>${result}</${action}Result><ResponseMetadata>${xmlElement("RequestId", requestId)}</ResponseMetadata></${action}Response>`,
  );
}

/** A refusal in STS's query protocol. */
export function xmlErrorReply({ type, message, status }: AwsError, requestId: string): Reply {
  return xml(
    status,
    `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type>${xmlElement("Code", type)}${xmlElement("Message", message)}</Error>${xmlElement("RequestId", requestId)}</ErrorResponse>`,
  );
}

/** An element with text in it. */
export function xmlElement(name: string, text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<${name}>${escaped}</${name}>`;
}

function xml(status: number, body: string): Reply {
  return { status, headers: { "content-type": "text/xml" }, body };
}
