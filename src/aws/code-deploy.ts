import type { Config } from "../config/schema.ts";
import type { CredentialSource } from "../credentials/credential-source.ts";
import type { DeploymentAnswer, DeploymentRef } from "../domain/deployment.ts";

/**
 * CodeDeploy as the rest of the app sees it. Every operation ends within 15 s, whatever hangs, and rejects
 * with an AppError; when `signal` aborts it rejects with the signal's reason.
 */
export interface CodeDeploy {
  /** @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeployment.html */
  getDeployment(ref: DeploymentRef, signal: AbortSignal): Promise<DeploymentAnswer>;
}

/** CodeDeploy as configured. The SDK is a chunk of its own, which starts to load with this call. */
export function createCodeDeploy(config: Config, credentials: CredentialSource): CodeDeploy {
  const loaded = import("./sdk-code-deploy.ts").then(({ sdkCodeDeploy }) =>
    sdkCodeDeploy(config, credentials),
  );
  loaded.catch(() => {}); // Each operation awaits it and reports a failed load as its own.
  return {
    getDeployment: async (ref, signal) => (await loaded).getDeployment(ref, signal),
  };
}
