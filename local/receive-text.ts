import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal.ts";

/** Twice as long as the longest AppSpec that CodeDeploy takes in a request. */
const MAX_BODY_BYTES = 256 * 1024;

/**
 * The body of a request. Of one that is too long nothing is kept; it is read to its end all the same, since a browser that still sends
 * takes no answer.
 *
 * @throws Refusal
 */
export async function receiveText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length <= MAX_BODY_BYTES) parts.push(bytes);
    else parts.length = 0;
  }
  if (length > MAX_BODY_BYTES) throw new Refusal(413, "The request is longer than 256 KiB.");
  return Buffer.concat(parts).toString("utf8");
}
