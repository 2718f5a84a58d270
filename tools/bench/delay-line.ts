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
  /** How much comes through, shared by all lines that are given the same; without limit where absent. */
  readonly downlink?: Downlink | undefined;
}

/** The way to the browser, on which one byte comes after the other. */
export interface Downlink {
  readonly bytesPerSecond: number;
  /** Until when it is in use, on the clock of `performance`. */
  freeAtMs: number;
}

/** So much is sent in one go, so that what comes later on another connection gets its turn. */
const PACKET_BYTES = 4_096;

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
  downlink,
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
    carry(upstream, client, roundTripMs / 2, 0, downlink);
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
function carry(from: Socket, to: Socket, delayMs: number, readyAtMs: number, downlink?: Downlink): void {
  let last = Promise.resolve();
  const later = (act: () => void, bytes = 0) => {
    let sentAtMs = Math.max(performance.now(), readyAtMs);
    if (downlink) {
      sentAtMs = Math.max(sentAtMs, downlink.freeAtMs) + (bytes / downlink.bytesPerSecond) * 1_000;
      downlink.freeAtMs = sentAtMs;
    }
    last = actAt(sentAtMs + delayMs, last, act);
  };
  from.on("data", (chunk: Buffer) => {
    for (let at = 0; at < chunk.length; at += PACKET_BYTES) {
      const packet = chunk.subarray(at, at + PACKET_BYTES);
      later(() => to.writable && to.write(packet), packet.length);
    }
  });
  from.on("end", () => later(() => to.end()));
  from.on("close", () => later(() => to.destroy()));
}

async function actAt(dueAtMs: number, previous: Promise<void>, act: () => void): Promise<void> {
  await previous;
  await sleep(Math.max(0, dueAtMs - performance.now()));
  act();
}
