import type { OutgoingHttpHeaders } from "node:http";
import { Agent, request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";

/** A request with its signature, as it goes out. */
export interface SignedRequest {
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

/** What came back. */
export interface WireAnswer {
  readonly status: number;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true });

/**
 * Sends every header as it was signed, which `fetch` does not; the body as bytes, lest Node write the headers as UTF-8.
 * @param origin where to, without a path
 */
export async function sendAsSigned(
  origin: string,
  { path, headers, body }: SignedRequest,
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(origin + path, { method: "POST", headers, agent }, (response) => {
      text(response).then(
        (received) => resolve({ status: response.statusCode ?? 0, body: received }),
        reject,
      );
    });
    outgoing.on("error", reject).end(Buffer.from(body));
  });
}
