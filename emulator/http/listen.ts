import type { Server } from "node:net";

/** A server that listens. */
interface Listening {
  readonly port: number;
  /** Where it answers, when it speaks HTTP. */
  readonly url: string;
  /** Stops listening and ends the connections that it can end. */
  readonly close: () => Promise<void>;
}

const LOOPBACK = "127.0.0.1";

/**
 * Lets a server of any kind listen on 127.0.0.1.
 * @param port a free one, unless told otherwise
 * @throws the error of Node, which {@link isPortInUse} knows
 */
export async function listen(server: Server, port = 0): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address();
  const taken = typeof address === "object" && address ? address.port : port;
  return {
    port: taken,
    url: `http://${LOOPBACK}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server && typeof server.closeAllConnections === "function") {
          server.closeAllConnections();
        }
      }),
  };
}

/** Lets a server listen on the wanted port of 127.0.0.1, or on a free one when that is in use. */
export async function listenAnywhere(server: Server, wantedPort: number): Promise<Listening> {
  try {
    return await listen(server, wantedPort);
  } catch (error) {
    if (!isPortInUse(error)) throw error;
    return listen(server);
  }
}

/** Does an error say that another program listens on the port? */
export function isPortInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
