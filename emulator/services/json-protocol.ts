import { AwsError } from "../access/aws-error.ts";
import type { Reply } from "../http/reply.ts";
import type { Service, ServiceCall } from "./service.ts";

const CONTENT_TYPE = { "content-type": "application/x-amz-json-1.1" };

/**
 * A service of AWS's JSON protocol.
 * @param target what stands before the operation in `X-Amz-Target`
 * @param answer gives the output as it goes on the wire
 */
export function jsonService(
  target: string,
  answer: (call: ServiceCall) => object | Promise<object>,
): Service {
  return {
    operationIn: ({ headers }) => {
      const [service, operation = ""] = (headers["x-amz-target"] ?? "").split(".");
      return service === target ? operation : undefined;
    },
    answer: async (call) => ({
      status: 200,
      headers: CONTENT_TYPE,
      body: JSON.stringify(await answer(call)),
    }),
    refuse: jsonRefusal,
  };
}

/**
 * Finds an operation in a service's table.
 * @throws AwsError UnknownOperationException
 */
export function findOperation<Operation>(
  operations: Readonly<Record<string, Operation>>,
  name: string,
): Operation {
  const operation = operations[name];
  if (!operation) throw new AwsError("UnknownOperationException", "The operation is not known.");
  return operation;
}

/** A refusal in AWS's JSON protocol; also for requests that are for no service at all. */
export function jsonRefusal({ type, message, status }: AwsError): Reply {
  return {
    status,
    headers: { ...CONTENT_TYPE, "x-amzn-errortype": type },
    body: JSON.stringify({ __type: type, message }),
  };
}

/** The body of a request in AWS's JSON protocol; a member of the wrong type is refused the way AWS does it. */
export class JsonInput {
  readonly #members: Readonly<Record<string, unknown>>;

  constructor(body: string) {
    this.#members = parseObject(body);
  }

  /** A string member, or undefined when it is absent or null. */
  text(name: string): string | undefined {
    const value = this.#members[name] ?? undefined;
    if (value === undefined || typeof value === "string") return value;
    throw wrongType(value, "String");
  }

  /** A member that is a list of strings. */
  texts(name: string): string[] | undefined {
    const value = this.#members[name] ?? undefined;
    return value === undefined ? undefined : listOfText(value);
  }

  /** A member that maps names to strings; empty when it is absent. */
  textMap(name: string): Record<string, string> {
    const value = this.#members[name] ?? {};
    if (!isObject(value)) throw wrongType(value, "Map");
    return Object.fromEntries(
      Object.entries(value).map(([key, text]) => {
        if (typeof text === "string") return [key, text];
        throw wrongType(text, "String");
      }),
    );
  }

  /** A member that maps names to lists of strings. */
  textLists(name: string): Record<string, string[]> | undefined {
    const value = this.#members[name] ?? undefined;
    if (value === undefined) return undefined;
    if (!isObject(value)) throw wrongType(value, "Map");
    return Object.fromEntries(Object.entries(value).map(([key, list]) => [key, listOfText(list)]));
  }
}

function parseObject(body: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw new AwsError("SerializationException", "Unexpected token in the request body");
  }
  if (!isObject(parsed)) throw new AwsError("SerializationException", "Start of structure was expected");
  return parsed;
}

function listOfText(value: unknown): string[] {
  if (!Array.isArray(value)) throw wrongType(value, "List");
  return value.map((item: unknown) => {
    if (typeof item === "string") return item;
    throw wrongType(item, "String");
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrongType(value: unknown, expected: string): AwsError {
  const found = Array.isArray(value) ? "LIST" : typeof value;
  return new AwsError(
    "SerializationException",
    `${found.toUpperCase()}_VALUE cannot be converted to ${expected}`,
  );
}
