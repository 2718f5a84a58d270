import type { AwsCredentialIdentity } from "@smithy/types";
import { MAX_BYTES } from "../src/aws/answers.ts";
import { signedFetch } from "../src/aws/signed-fetch.ts";
import type { AwsService } from "../src/aws-names/services.ts";
import { awsServices } from "../src/aws-names/services.ts";
import type { AskedOperation } from "./asked-operation.ts";
import type { Answer } from "./refusal.ts";
import { Refusal } from "./refusal.ts";
import type { Session } from "./session.ts";

/** Less than the page waits, so that it learns of it. */
const TIMEOUT_MS = 12_000;

/** What the page reads of AWS's headers. */
const ERROR_TYPE = "x-amzn-errortype";
const ANSWER_HEADERS = ["content-type", "x-amzn-requestid", "x-amzn-query-error", ERROR_TYPE];

/** AWS's words for credentials that it does not take, or takes no more; in JSON, in XML and in the header of REST. */
const STALE =
  /(?:"__type":\s*"(?:[\w.]+#)?|<Code>|^)(?:ExpiredToken|UnrecognizedClient|InvalidClientTokenId)/;

/** Where a service answers in a Region, an origin. */
export type EndpointOf = (service: AwsService, region: string) => string;

/**
 * Signs a request of the page and sends it to AWS. It is sent a second time only where AWS refused the credentials of a read and there
 * are others by now.
 *
 * @param gone aborted once nobody waits for the answer any more: what was given up does not go out behind somebody's back
 * @returns AWS's answer, without whatever of the credentials it repeats
 * @throws Refusal where there are no credentials, where AWS does not take them, and where no answer came
 */
export async function forward(
  asked: AskedOperation,
  { credentials, refused }: Session,
  endpointOf: EndpointOf,
  gone: AbortSignal,
): Promise<Answer> {
  const used = await credentials.provide();
  gone.throwIfAborted();
  const first = await send(asked, used, endpointOf);
  if (!isStale(first)) return first;
  credentials.renew(used);
  if (asked.operation.role === "reader") {
    const others = await credentials.provide();
    if (others.accessKeyId !== used.accessKeyId) {
      const second = await send(asked, others, endpointOf);
      if (!isStale(second)) return second;
    }
    credentials.renew(others);
  }
  throw await refused(new Error("AWS does not accept the credentials."));
}

function isStale({ status, headers, body }: Answer): boolean {
  return status >= 400 && (STALE.test(String(body)) || STALE.test(headers[ERROR_TYPE] ?? ""));
}

async function send(
  { operation: { service }, region, ...request }: AskedOperation,
  credentials: AwsCredentialIdentity,
  endpointOf: EndpointOf,
): Promise<Answer> {
  try {
    const response = await signedFetch(
      { endpoint: endpointOf(service, region), credentials: { provide: async () => credentials } },
      // Signatures name a service as its hosts do.
      { ...request, service: awsServices[service].host, region },
      AbortSignal.timeout(TIMEOUT_MS),
    );
    return {
      status: response.status,
      headers: headersOf(response),
      body: without(credentials, await boundedText(response)),
    };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(502, `No answer of AWS came to this machine: ${reasonOf(error)}`, "LocalNoAnswer");
  }
}

function headersOf({ headers }: Response): Record<string, string> {
  return Object.fromEntries(
    ANSWER_HEADERS.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

async function boundedText({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return Buffer.concat(parts).toString("utf8");
    length += value.length;
    if (length > MAX_BYTES) {
      await reader?.cancel();
      throw new Refusal(502, "The answer is longer than 2 MiB, so it was not read.", "LocalNoAnswer");
    }
    parts.push(value);
  }
}

/** A refused signature is explained with the request's headers, among them the session token. */
function without(
  { accessKeyId, secretAccessKey, sessionToken }: AwsCredentialIdentity,
  text: string,
): string {
  return [accessKeyId, secretAccessKey, sessionToken ?? ""]
    .filter(Boolean)
    .reduce((left, secret) => left.replaceAll(secret, "[removed]"), text);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "the reason is not known.";
  if (error.name === "TimeoutError") return `nothing came within ${TIMEOUT_MS / 1000} s.`;
  const { cause } = error;
  return cause instanceof Error && "code" in cause ? `${String(cause.code)}.` : "the connection failed.";
}
