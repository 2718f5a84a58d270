import type { Reply } from "../http/reply.ts";
import type { OperationTable } from "./find-operation.ts";
import { findOperation } from "./find-operation.ts";
import type { Service, ServiceCall } from "./service.ts";

/** How one operation answers: the XML inside of the result element. */
export type QueryOperation = (call: ServiceCall, parameters: URLSearchParams) => string | Promise<string>;

interface QueryServiceOptions extends OperationTable<QueryOperation> {
  /** As in the service's host name. */
  readonly name: string;
  /** The version of its API, which is also how requests for it are known. */
  readonly version: string;
}

/** A service of AWS's query protocol: parameters in a form, answers in XML. Its operations check for themselves who asks. */
export function queryService({ name, version, ...table }: QueryServiceOptions): Service {
  const namespace = `https://${name}.amazonaws.com/doc/${version}/`;
  return {
    operationIn: ({ headers, body }) => {
      if (!headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) return undefined;
      const parameters = new URLSearchParams(body);
      return parameters.get("Version") === version ? (parameters.get("Action") ?? "") : undefined;
    },
    answer: async (call) => {
      const { operation, requestId } = call;
      const answer = findOperation(table, operation, "InvalidAction");
      const result = await answer(call, new URLSearchParams(call.request.body));
      return xml(
        200,
        `<${operation}Response xmlns="${namespace}"><${operation}Result>${result}</${operation}Result><ResponseMetadata>${xmlElement("RequestId", requestId)}</ResponseMetadata></${operation}Response>`,
      );
    },
    refuse: ({ type, message, status }, requestId) =>
      xml(
        status,
        `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type>${xmlElement("Code", type)}${xmlElement("Message", message)}</Error>${xmlElement("RequestId", requestId)}</ErrorResponse>`,
      ),
  };
}

/** An element with text in it. */
export function xmlElement(name: string, text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<${name}>${escaped}</${name}>`;
}

function xml(status: number, body: string): Reply {
  return { status, headers: { "content-type": "text/xml" }, body };
}
