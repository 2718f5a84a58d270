import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** How an answer travels: whole, or broken on its way as a fault demands. */
export type Delivery =
  | "whole"
  | "hang"
  | "stalled-body"
  | "drip"
  | "reset"
  | "reset-in-headers"
  | "reset-in-body";

/** An answer that is ready to be sent. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly delivery?: Delivery;
}

const DRIP_INTERVAL_MS = 1000;

/** Sends an answer the way its delivery says. A hanging answer ends when the client or the server closes the connection. */
export function sendReply(response: ServerResponse, reply: Reply): void {
  const body = Buffer.from(reply.body);
  switch (reply.delivery ?? "whole") {
    case "whole":
      response.writeHead(reply.status, { ...reply.headers, "content-length": body.length }).end(body);
      break;
    case "hang":
      break;
    case "stalled-body":
      response.writeHead(reply.status, { ...reply.headers, "content-length": body.length });
      response.write(body.subarray(0, Math.ceil(body.length / 2)));
      break;
    case "drip":
      response.writeHead(reply.status, { ...reply.headers, "content-length": body.length });
      drip(response, body);
      break;
    case "reset":
      response.socket?.destroy();
      break;
    case "reset-in-body":
      response.writeHead(reply.status, { ...reply.headers, "content-length": body.length });
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.resetAndDestroy());
      break;
    case "reset-in-headers":
      resetInHeaders(response.socket, reply);
      break;
  }
}

function drip(response: ServerResponse, body: Buffer): void {
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body.subarray(sent, sent + 1));
    sent += 1;
    if (sent >= body.length) response.end();
  }, DRIP_INTERVAL_MS);
  response.once("close", () => clearInterval(timer));
}

/** A close would end the headers where they are, for some browsers; a reset is a failure for all of them. */
function resetInHeaders(socket: Socket | null, { status, headers }: Reply): void {
  const [first] = Object.entries(headers);
  socket?.write(`HTTP/1.1 ${status} OK\r\n${first?.join(": ")}\r\ncontent-le`, () =>
    socket.resetAndDestroy(),
  );
}
