import { Control } from "../../emulator/control/control-client.ts";
import { demoConfig } from "../../emulator/demo/demo-config.ts";
import { startEmulator } from "../../emulator/server.ts";
import { DEMO_CLIENT_ID } from "../../emulator/sign-in/user-pool.ts";
import type { DelayLine, Downlink } from "./delay-line.ts";
import { startDelayLine } from "./delay-line.ts";
import type { DistServer } from "./dist-server.ts";
import { serveDist } from "./dist-server.ts";
import type { SelfSigned } from "./self-signed.ts";

/** The build and an emulator, each on an origin of its own, to be measured. */
export interface Rig {
  readonly origin: string;
  readonly emulator: Control;
  readonly dist: DistServer;
  /** Ends every connection of the browser. */
  dropConnections(): void;
  close(): Promise<void>;
}

interface Distance {
  readonly roundTripMs: number;
  readonly tls: SelfSigned;
  /** How much comes through to the browser; without limit where absent. */
  readonly bytesPerSecond?: number;
}

/** What is served, where it is not the app's build for guests. */
interface Served {
  /** The folder of the build. */
  readonly folder?: string;
  /** People sign in. */
  readonly hasSignIn?: boolean;
}

/**
 * Starts both on free ports. With a distance they are that far from the browser: the app's host speaks HTTP/2
 * over TLS, and the emulator, which stands for AWS and speaks plain HTTP/1.1, charges the round trip of TLS too.
 */
export async function startRig(
  distance?: Distance,
  { folder = "dist", hasSignIn = false }: Served = {},
): Promise<Rig> {
  const bytesPerSecond = distance?.bytesPerSecond;
  const downlink = bytesPerSecond === undefined ? undefined : { bytesPerSecond, freeAtMs: 0 };
  const emulator = await startEmulator({ port: 0 });
  const awsLine = distance && (await lineTo(emulator.port, distance, 2, downlink));
  const awsPort = awsLine?.port ?? emulator.port;
  const { userPool } = emulator.state;
  const signInPort = Number(new URL(emulator.signInUrl).port);
  const signInLine = hasSignIn && distance ? await lineTo(signInPort, distance, 2, downlink) : undefined;
  if (awsLine) userPool.issuer = `http://127.0.0.1:${awsLine.port}/${userPool.id}`;
  if (signInLine) userPool.domain = `http://127.0.0.1:${signInLine.port}`;
  const dist = await serveDist(
    () => demoConfig(`http://127.0.0.1:${awsPort}`, [], hasSignIn ? userPool : undefined),
    { folder, tls: distance?.tls },
  );
  const appLine = distance && (await lineTo(dist.port, distance, 1, downlink));
  const lines = [appLine, awsLine, signInLine].filter((line) => line !== undefined);
  const origin = appLine ? `https://127.0.0.1:${appLine.port}` : `http://127.0.0.1:${dist.port}`;
  const control = new Control(emulator.url);
  if (hasSignIn) await control.setAppClient(DEMO_CLIENT_ID, { callbackUrls: [`${origin}/signed-in`] });
  return {
    origin,
    emulator: control,
    dist,
    dropConnections: () => lines.forEach((line) => line.dropConnections()),
    close: async () => {
      await Promise.all(lines.map((line) => line.close()));
      await Promise.all([dist.close(), emulator.close()]);
    },
  };
}

function lineTo(
  to: number,
  { roundTripMs }: Distance,
  setupRoundTrips: number,
  downlink: Downlink | undefined,
): Promise<DelayLine> {
  return startDelayLine({ to, roundTripMs, setupRoundTrips, downlink });
}
