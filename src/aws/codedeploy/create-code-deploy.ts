import type { Config } from "../../config/schema.ts";
import type { CredentialSource } from "../../access/credentials.ts";
import type { CodeDeploy } from "./code-deploy.ts";

/**
 * CodeDeploy as configured. The SDK is a chunk of its own, which starts to load with this call; where that
 * fails, the next operation tries anew.
 */
export function createCodeDeploy(config: Config, credentials: CredentialSource): CodeDeploy {
  let loaded: Promise<CodeDeploy> | undefined;
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
  return {
    getDeployment: async (...args) => (await sdk()).getDeployment(...args),
    listDeploymentTargets: async (...args) => (await sdk()).listDeploymentTargets(...args),
    batchGetDeploymentTargets: async (...args) => (await sdk()).batchGetDeploymentTargets(...args),
    getDeploymentConfig: async (...args) => (await sdk()).getDeploymentConfig(...args),
    listDeployments: async (...args) => (await sdk()).listDeployments(...args),
    batchGetDeployments: async (...args) => (await sdk()).batchGetDeployments(...args),
  };
}
