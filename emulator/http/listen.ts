import type { Server } from "node:http";

const loopback = "127.0.0.1";

/**
 * Lets a server listen on a port of 127.0.0.1, or on a free one when that is in use and need not be the one.
 * @returns the port it listens on
 * @throws Error with a sentence for people
 */
export async function listen(server: Server, wantedPort: number, isStrict: boolean): Promise<number> {
  try {
    await listenOn(server, wantedPort);
  } catch (error) {
    if (!isPortInUse(error)) throw error;
    if (isStrict) {
      throw new Error(
        `Port ${wantedPort} is in use: stop what listens there, or set EMULATOR_PORT to a free port.`,
        { cause: error },
      );
    }
    await listenOn(server, 0);
  }
  const address = server.address();
  return typeof address === "object" && address ? address.port : wantedPort;
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, loopback, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function isPortInUse(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
