import { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { endpointsFor } from "../config/endpoints.ts";
import type { Config } from "../config/schema.ts";
import type { CredentialSource } from "../credentials/credential-source.ts";
import { callAws } from "./call-aws.ts";
import type { CodeDeploy } from "./code-deploy.ts";
import { getDeployment } from "./get-deployment.ts";

const REQUEST_TIMEOUT_MS = 10_000;

/** {@link CodeDeploy} over the SDK: a client for each Region, all with the same credentials. */
export function sdkCodeDeploy(config: Config, credentials: CredentialSource): CodeDeploy {
  const clients = new Map<string, CodeDeployClient>();
  const clientFor = (region: string) => {
    const known = clients.get(region);
    if (known) return known;
    const made = createClient(config, credentials, region);
    clients.set(region, made);
    return made;
  };
  return {
    getDeployment: (ref, signal) =>
      callAws(
        {
          action: "codedeploy:GetDeployment",
          origin: endpointsFor(config, ref.region).codeDeploy,
          signal,
          renewCredentials: () => credentials.renew(),
        },
        (attemptSignal) => getDeployment(clientFor(ref.region), ref.deploymentId, attemptSignal),
      ),
  };
}

function createClient(config: Config, credentials: CredentialSource, region: string): CodeDeployClient {
  return new CodeDeployClient({
    region,
    // `memoized` keeps the SDK from holding a copy of its own, which it would not give up when AWS refuses it.
    credentials: Object.assign(() => credentials.provide(), { memoized: true }),
    maxAttempts: 1,
    requestHandler: { requestTimeout: REQUEST_TIMEOUT_MS, cache: "no-store", credentials: "omit" },
    ...(config.emulator && { endpoint: endpointsFor(config, region).codeDeploy }),
  });
}
