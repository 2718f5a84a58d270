import { AwsRefusal } from "../access/aws-refusal.ts";
import { isRecord } from "../values/is-record.ts";
import type { SignedAsker } from "./signed-fetch.ts";
import { signedFetch } from "./signed-fetch.ts";

/** A request of a REST service that only reads. */
interface GetRequest {
  /** As in the scope of signatures. */
  service: string;
  region: string;
  /** The path's parts, not yet encoded. */
  path: readonly string[];
  query?: Readonly<Record<string, string>>;
}

/**
 * Asks a service of AWS's REST and JSON protocol, for the few reads for which its client would be twenty kilobytes.
 *
 * @returns the answer's JSON
 * @throws a TypeError when the service cannot be reached, an AwsRefusal when it refuses, a SyntaxError for an answer that is no JSON
 */
export async function askGet(
  asker: SignedAsker,
  { path, ...request }: GetRequest,
  signal: AbortSignal,
): Promise<unknown> {
  const encoded = `/${path.map((part) => encodeURIComponent(part)).join("/")}`;
  const response = await signedFetch(asker, { ...request, method: "GET", path: encoded }, signal);
  const text = await response.text();
  if (!response.ok) throw refusal(response, text);
  return JSON.parse(text);
}

/** The type stands in a header, with an address behind a colon at times, and the message in the body. */
function refusal(response: Response, text: string): AwsRefusal {
  const [type] = response.headers.get("x-amzn-errortype")?.split(":") ?? [];
  return new AwsRefusal(response, type, messageIn(text));
}

/** The message of a refusal in JSON, by whichever of the two names services write it. */
function messageIn(text: string): string | undefined {
  try {
    const body: unknown = JSON.parse(text);
    if (!isRecord(body)) return undefined;
    const message = body["message"] ?? body["Message"];
    return typeof message === "string" ? message : undefined;
  } catch {
    return undefined;
  }
}
