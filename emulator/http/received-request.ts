import type { IncomingMessage } from "node:http";

/** One HTTP request, read to its end. Header names are in lower case; the values of a repeated header have a comma between them. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** No request to AWS's services here, and no login form, needs a body as long as this. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** A request that cannot be read, with the status to say so. */
export class UnreadableRequest extends Error {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.name = "UnreadableRequest";
    this.status = status;
  }
}

/**
 * Reads a request with its whole body. Of one that is too long nothing is kept; it is read to its end all the same,
 * since a client that still sends would take no answer.
 * @throws UnreadableRequest for a body of more than `maxBytes`
 */
export async function receiveRequest(
  incoming: IncomingMessage,
  maxBytes = MAX_BODY_BYTES,
): Promise<ReceivedRequest> {
  const url = requestUrl(incoming);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length <= maxBytes) chunks.push(bytes);
    else chunks.length = 0;
  }
  if (length > maxBytes) {
    throw new UnreadableRequest(`The body is longer than ${maxBytes} bytes.`, 413);
  }
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    headers: headersOf(incoming),
    body: Buffer.concat(chunks).toString("utf8"),
  };
}

/** They inherit nothing: a request may name any header as a signed one, `constructor` too. */
function headersOf({ headersDistinct }: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = Object.create(null);
  for (const [name, values = []] of Object.entries(headersDistinct)) headers[name] = values.join(",");
  return headers;
}

/** What a request is for. Of its address only path and query are meant: to `new URL`, `//` would be a host's name. */
export function requestUrl({ url = "/" }: Pick<IncomingMessage, "url">): URL {
  return new URL(`http://127.0.0.1${url.startsWith("/") ? "" : "/"}${url}`);
}
