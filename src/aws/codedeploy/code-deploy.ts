import type { CredentialSource } from "../../access/credentials.ts";
import type { Config } from "../../config/schema.ts";
import type { Service } from "../service.ts";
import { createService, loadedOnce } from "../service.ts";
import type { operations } from "./operations.ts";

/** CodeDeploy as the rest of the app sees it: a method for each line of the table of operations. */
export interface CodeDeploy extends Service<typeof operations> {}

/**
 * CodeDeploy as configured. The SDK is a chunk of its own, which starts to load with this call; where that
 * fails, the next operation tries anew.
 */
export function createCodeDeploy(config: Config, credentials: CredentialSource): CodeDeploy {
  const load = loadedOnce(async () => {
    const { codeDeployAttempt } = await import("./operations.ts");
    return codeDeployAttempt(config, credentials);
  });
  load().catch(() => {}); // Each operation awaits it and reports a failed load as its own.
  return createService<typeof operations>("codedeploy", config, credentials, load);
}
