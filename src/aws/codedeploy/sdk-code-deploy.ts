import { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { endpointsFor, originsFor } from "../../config/endpoints.ts";
import type { Config } from "../../config/schema.ts";
import type { CredentialSource } from "../../access/credentials.ts";
import { batchGetDeploymentTargets } from "./batch-get-deployment-targets.ts";
import { batchGetDeployments } from "./batch-get-deployments.ts";
import { boundAnswers } from "../answers.ts";
import { callAws } from "../call-aws.ts";
import type { CodeDeploy } from "./code-deploy.ts";
import { getDeploymentConfig } from "./get-deployment-config.ts";
import { getDeployment } from "./get-deployment.ts";
import { listDeployments } from "./list-deployments.ts";
import { listDeploymentTargets } from "./list-deployment-targets.ts";
import { refuseWrongTypes } from "../refuse-wrong-types.ts";

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
  function operation<Input extends { region: string }, Result>(
    name: string,
    send: (client: CodeDeployClient, input: Input, signal: AbortSignal) => Promise<Result>,
  ) {
    return (input: Input, signal: AbortSignal): Promise<Result> =>
      callAws(
        {
          action: `codedeploy:${name}`,
          origins: originsFor(config, input.region),
          signal,
          credentials,
        },
        (attemptSignal) => send(clientFor(input.region), input, attemptSignal),
      );
  }
  return {
    getDeployment: operation("GetDeployment", getDeployment),
    listDeploymentTargets: operation("ListDeploymentTargets", listDeploymentTargets),
    batchGetDeploymentTargets: operation("BatchGetDeploymentTargets", batchGetDeploymentTargets),
    getDeploymentConfig: operation("GetDeploymentConfig", getDeploymentConfig),
    listDeployments: operation("ListDeployments", listDeployments),
    batchGetDeployments: operation("BatchGetDeployments", batchGetDeployments),
  };
}

function createClient(config: Config, credentials: CredentialSource, region: string): CodeDeployClient {
  const client = new CodeDeployClient({
    region,
    // `memoized` keeps the SDK from holding a copy of its own, which it would not give up when AWS refuses it.
    credentials: Object.assign(() => credentials.provide(), { memoized: true }),
    maxAttempts: 1,
    // No `cache: "no-store"`: a POST is never cached, and Chromium would take it to mean the preflight as well and
    // ask for one before every request.
    requestHandler: { requestTimeout: REQUEST_TIMEOUT_MS, credentials: "omit" },
    ...(config.emulator && { endpoint: endpointsFor(config, region).codeDeploy }),
  });
  boundAnswers(client);
  refuseWrongTypes(client);
  return client;
}
