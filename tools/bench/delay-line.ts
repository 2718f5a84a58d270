import type { Socket } from "node:net";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { listen } from "../../emulator/http/listen.ts";

export interface DelayLineOptions {
  /** The port of 127.0.0.1 that it leads to. */
  readonly to: number;
  readonly roundTripMs: number;
  /** Round trips until a new connection carries data: 1 for TCP, 1 more for TLS 1.3 where none is spoken. */
  readonly setupRoundTrips: number;
}

export interface DelayLine {
  readonly port: number;
  /** Ends every open connection, as servers do with idle ones. */
  dropConnections(): void;
  close(): Promise<void>;
}

/**
 * A port that leads to another one over a long way: each direction takes half a round trip, and so does
 * setting up a connection take its time. Chromium's own throttling charges nothing for connections and preflights.
 */
export async function startDelayLine({
  to,
  roundTripMs,
  setupRoundTrips,
}: DelayLineOptions): Promise<DelayLine> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: to, host: "127.0.0.1", noDelay: true });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy()); // The other end sees it close.
      socket.on("close", () => sockets.delete(socket));
    }
    const readyAtMs = performance.now() + setupRoundTrips * roundTripMs;
    carry(client, upstream, roundTripMs / 2, readyAtMs);
    carry(upstream, client, roundTripMs / 2, 0);
  });
  const dropConnections = () => {
    for (const socket of sockets) socket.destroy();
  };
  const { port, close } = await listen(server);
  return {
    port,
    dropConnections,
    close: async () => {
      const closed = close();
      dropConnections();
      await closed;
    },
  };
}

/** Passes on what comes from one socket, `delayMs` later and in order, but nothing sent before `readyAtMs`. */
function carry(from: Socket, to: Socket, delayMs: number, readyAtMs: number): void {
  let last = Promise.resolve();
  const later = (act: () => void) => {
    last = actAt(Math.max(performance.now(), readyAtMs) + delayMs, last, act);
  };
  from.on("data", (chunk) => later(() => to.writable && to.write(chunk)));
  from.on("end", () => later(() => to.end()));
  from.on("close", () => later(() => to.destroy()));
}

async function actAt(dueAtMs: number, previous: Promise<void>, act: () => void): Promise<void> {
  await previous;
  await sleep(Math.max(0, dueAtMs - performance.now()));
  act();
}
