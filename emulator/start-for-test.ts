import { CodeDeployClient, type CodeDeployClientConfig } from "@aws-sdk/client-codedeploy";
import { Control } from "./control/control-client.ts";
import type { CredentialsRequest } from "./control/access-routes.ts";
import { type Emulator, startEmulator } from "./server.ts";

/** An emulator of a test's own, with the means to drive it and to ask it. */
export interface TestEmulator extends Emulator {
  readonly control: Control;
  /** The real SDK, pointed at the emulator, with credentials that may do what the request says. */
  client(config?: CodeDeployClientConfig, credentials?: CredentialsRequest): Promise<CodeDeployClient>;
}

/** Starts an emulator on a free port. */
export async function startForTest(now?: () => number): Promise<TestEmulator> {
  const emulator = await startEmulator({ port: 0, ...(now && { now }) });
  const control = new Control(emulator.url);
  return {
    ...emulator,
    control,
    client: async (config = {}, request = {}) => {
      const { expiration, ...keys } = await control.credentials(request);
      return new CodeDeployClient({
        region: "us-east-1",
        endpoint: emulator.url,
        maxAttempts: 1,
        credentials: { ...keys, expiration: new Date(expiration) },
        ...config,
      });
    },
  };
}
