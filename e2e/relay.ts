import type { Server, Socket } from "node:net";
import { connect, createServer } from "node:net";

/** A TCP relay to a port of this machine, which can be closed and opened again while the server behind it runs on. */
interface Relay {
  port: number;
  /** Nothing listens there any more: connections are refused, and those that are open end. */
  close: () => Promise<void>;
  open: () => Promise<void>;
}

/** Opens a relay to `port`, on a free port. */
export async function openRelay(port: number): Promise<Relay> {
  const ends = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(port, "127.0.0.1");
    for (const [end, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      ends.add(end);
      end.pipe(other);
      end.on("error", () => other.destroy());
      end.on("close", () => {
        ends.delete(end);
        other.destroy();
      });
    }
  });
  const openedAt = await listen(server, 0);
  return {
    port: openedAt,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const end of ends) end.destroy();
      await closed;
    },
    open: async () => {
      await listen(server, openedAt);
    },
  };
}

async function listen(server: Server, wantedPort: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(wantedPort, "127.0.0.1", resolve);
  });
  const address = server.address();
  return typeof address === "object" && address ? address.port : wantedPort;
}
