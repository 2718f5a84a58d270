import type { CodeDeployClientConfig } from "@aws-sdk/client-codedeploy";
import { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { afterAll, beforeAll } from "vitest";
import type { CredentialsRequest } from "../emulator/control/access-routes.ts";
import { Control } from "../emulator/control/control-client.ts";
import type { Emulator } from "../emulator/server.ts";
import { startEmulator } from "../emulator/server.ts";

/** An emulator for tests, with the means to drive it and to ask it. */
export interface TestEmulator extends Omit<Emulator, "close"> {
  readonly control: Control;
  /** The real SDK, pointed at the emulator, with credentials that may read every deployment. */
  readonly codeDeploy: CodeDeployClient;
  /** The same with other settings, or with credentials that may do what the request says. */
  client(config?: CodeDeployClientConfig, credentials?: CredentialsRequest): Promise<CodeDeployClient>;
}

/**
 * Starts an emulator before the tests of a file, and closes it after them.
 * @param now its clock; the real one unless told otherwise
 * @returns what there is of it once the first test or `beforeAll` runs
 */
export function emulatorForTests(now?: () => number): TestEmulator {
  let running: Awaited<ReturnType<typeof startTestEmulator>> | undefined;
  beforeAll(async () => {
    running = await startTestEmulator(now);
  });
  afterAll(() => running?.close());
  const started = (): TestEmulator => {
    if (!running) throw new Error("The emulator starts before the first test, not when the file is loaded.");
    return running;
  };
  return {
    get url() {
      return started().url;
    },
    get port() {
      return started().port;
    },
    get signInUrl() {
      return started().signInUrl;
    },
    get state() {
      return started().state;
    },
    get control() {
      return started().control;
    },
    get codeDeploy() {
      return started().codeDeploy;
    },
    client: (config, credentials) => started().client(config, credentials),
  };
}

/** Starts an emulator on a free port, for a test that needs one of its own. */
export async function startTestEmulator(
  now?: () => number,
): Promise<TestEmulator & { close(): Promise<void> }> {
  const emulator = await startEmulator({ port: 0, ...(now && { now }) });
  const control = new Control(emulator.url);
  const client: TestEmulator["client"] = async (config = {}, request = {}) => {
    const { expiration, ...keys } = await control.credentials(request);
    return new CodeDeployClient({
      region: "us-east-1",
      endpoint: emulator.url,
      maxAttempts: 1,
      credentials: { ...keys, expiration: new Date(expiration) },
      ...config,
    });
  };
  return { ...emulator, control, client, codeDeploy: await client() };
}
