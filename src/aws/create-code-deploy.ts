import type { Config } from "../config/schema.ts";
import type { CredentialSource } from "../credentials/credential-source.ts";
import type { CodeDeploy } from "./code-deploy.ts";

/** CodeDeploy as configured. The SDK is a chunk of its own, which starts to load with this call. */
export function createCodeDeploy(config: Config, credentials: CredentialSource): CodeDeploy {
  const loaded = import("./sdk-code-deploy.ts").then(({ sdkCodeDeploy }) =>
    sdkCodeDeploy(config, credentials),
  );
  loaded.catch(() => {}); // Each operation awaits it and reports a failed load as its own.
  return {
    getDeployment: async (...args) => (await loaded).getDeployment(...args),
    listDeploymentTargets: async (...args) => (await loaded).listDeploymentTargets(...args),
    batchGetDeploymentTargets: async (...args) => (await loaded).batchGetDeploymentTargets(...args),
    getDeploymentConfig: async (...args) => (await loaded).getDeploymentConfig(...args),
    listDeployments: async (...args) => (await loaded).listDeployments(...args),
    batchGetDeployments: async (...args) => (await loaded).batchGetDeployments(...args),
  };
}
