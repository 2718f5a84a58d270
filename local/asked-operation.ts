import type { IncomingHttpHeaders } from "node:http";
import { isRecord } from "../src/values/is-record.ts";
import type { AllowedOperation } from "./allow-list.ts";
import { Refusal } from "./refusal.ts";

/** A request of the page, read as far as it is forwarded. */
export interface AskedOperation {
  readonly operation: AllowedOperation;
  readonly region: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** What AWS needs of the page's headers. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Where the page asks: `/aws/codedeploy/eu-west-1/`, and behind that the path of a service of REST. */
const ADDRESS = /^\/aws\/([a-z-]+)\/([a-z\d-]+)(\/[^?]*)(?:\?(.*))?$/;
const JSON_TYPE = /^application\/x-amz-json-1\.[01]$/;
const FORM_TYPE = "application/x-www-form-urlencoded";
/** `CodeDeploy_20141006.GetDeployment`. */
const TARGET = /^\w+\.(\w+)$/;
/** Whether errors are named as in the query protocol, which CloudWatch's clients ask for. */
const QUERY_MODE = "x-amzn-query-mode";

/** Whether a request is of AWS's query protocol. */
export function isForm(headers: IncomingHttpHeaders): boolean {
  return headers["content-type"] === FORM_TYPE;
}

/**
 * Finds out which operation a request asks for. It has one protocol: JSON with its operation in `X-Amz-Target`, a form with
 * its operation in `Action`, or a path with nothing else. So no service can find another operation in it than this does.
 *
 * @param address the request's, path and query
 * @param regions those that may be asked
 * @throws Refusal where it is not allowed, or cannot be read
 */
export function askedOperation(
  address: string,
  headers: IncomingHttpHeaders,
  body: string,
  allowed: readonly AllowedOperation[],
  regions: readonly string[],
): AskedOperation {
  const [, service, region = "", path = "", query] = ADDRESS.exec(address) ?? [];
  if (!regions.includes(region)) {
    throw new Refusal(403, "This Region was not named in the terminal: start it again with --regions.");
  }
  const ofService = allowed.filter((one) => one.service === service);
  if (path !== "/") return { ...readAt(path, query, ofService, headers, body), region };
  const name = isForm(headers) ? actionOfForm(headers, body) : targetOfJson(headers, body);
  const operation = ofService.find((one) => one.name === name && !one.path);
  if (!operation || query !== undefined) throw notOnTheList();
  const target = headers["x-amz-target"];
  return {
    operation,
    region,
    method: "POST",
    path,
    query: {},
    headers: {
      "content-type": headers["content-type"] ?? "",
      ...(typeof target === "string" && { "x-amz-target": target }),
      ...(headers[QUERY_MODE] === "true" && { [QUERY_MODE]: "true" }),
    },
    body,
  };
}

function notOnTheList(): Refusal {
  return new Refusal(
    403,
    "The program in the terminal does not forward this operation. It forwards what changes deployments only when it was started with --operate.",
  );
}

/** A read of AWS's REST protocol, which the page sends by POST: browsers name the page's origin with that alone. */
function readAt(
  path: string,
  query: string | undefined,
  ofService: readonly AllowedOperation[],
  headers: IncomingHttpHeaders,
  body: string,
): Omit<AskedOperation, "region"> {
  const operation = ofService.find((one) => one.path?.test(path));
  if (!operation || body !== "" || headers["x-amz-target"] !== undefined) throw notOnTheList();
  return {
    operation,
    method: "GET",
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
    headers: {},
  };
}

function targetOfJson(headers: IncomingHttpHeaders, body: string): string | undefined {
  const target = headers["x-amz-target"];
  if (!JSON_TYPE.test(headers["content-type"] ?? "") || typeof target !== "string" || !isJson(body)) {
    throw new Refusal(400, "This is no request of AWS’s JSON protocol.");
  }
  return TARGET.exec(target)?.[1];
}

function isJson(body: string): boolean {
  try {
    return isRecord(JSON.parse(body));
  } catch {
    return false;
  }
}

function actionOfForm(headers: IncomingHttpHeaders, body: string): string | undefined {
  const actions = new URLSearchParams(body).getAll("Action");
  if (headers["x-amz-target"] !== undefined || actions.length !== 1) {
    throw new Refusal(400, "This is no request of AWS’s query protocol.");
  }
  return actions[0];
}
