import type { CredentialSource } from "../../access/credentials.ts";
import type { Config } from "../../config/schema.ts";
import type { Attempt, Service } from "../service.ts";
import { createService } from "../service.ts";
import type { operations } from "./operations.ts";

type Operations = typeof operations;

/** CodeDeploy as the rest of the app sees it: a method for each line of the table of operations. */
export interface CodeDeploy extends Service<Operations> {}

/**
 * CodeDeploy as configured. The SDK is a chunk of its own, which starts to load with this call; where that
 * fails, the next operation tries anew.
 */
export function createCodeDeploy(config: Config, credentials: CredentialSource): CodeDeploy {
  let loaded: Promise<Attempt<Operations>> | undefined;
  const sdk = () => (loaded ??= load());
  const load = async () => {
    try {
      const { sdkCodeDeploy } = await import("./sdk-code-deploy.ts");
      return sdkCodeDeploy(config, credentials);
    } catch (error) {
      loaded = undefined;
      throw error;
    }
  };
  sdk().catch(() => {}); // Each operation awaits it and reports a failed load as its own.
  return createService("codedeploy", config, credentials, sdk);
}
