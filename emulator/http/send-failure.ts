import type { ServerResponse } from "node:http";
import { CONTROL_CORS_HEADERS } from "./cors.ts";
import { UnreadableRequest } from "./received-request.ts";
import { sendReply } from "./reply.ts";

/** What a client learns of a fault of the emulator itself. */
export const FAILURE_WORDS = "The emulator failed; its terminal says how.";

/** Tells the terminal of a fault of the emulator itself. */
export function reportFailure(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}

/** Answers a request that no other answer was found for; ends the connection of one that has had a part of it. */
export function sendFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.socket?.destroyed !== false) {
    response.destroy();
    return;
  }
  const isUnreadable = error instanceof UnreadableRequest;
  if (!isUnreadable) reportFailure(error);
  sendReply(response, {
    status: isUnreadable ? error.status : 500,
    headers: { ...CONTROL_CORS_HEADERS, "content-type": "application/json" },
    body: JSON.stringify({ message: isUnreadable ? error.message : FAILURE_WORDS }),
  });
}
