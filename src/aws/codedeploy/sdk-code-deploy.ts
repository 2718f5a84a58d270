import { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import type { CredentialSource } from "../../access/credentials.ts";
import { endpointFor } from "../../config/endpoints.ts";
import type { Config } from "../../config/schema.ts";
import { boundAnswers } from "../answers.ts";
import { refuseWrongTypes } from "../refuse-wrong-types.ts";
import type { Askable, Attempt } from "../service.ts";
import { operations } from "./operations.ts";

const REQUEST_TIMEOUT_MS = 10_000;

type Operations = typeof operations;

const table: Askable<Operations, CodeDeployClient> = operations;

/** CodeDeploy's operations over the SDK: a client for each Region, all with the same credentials. */
export function sdkCodeDeploy(config: Config, credentials: CredentialSource): Attempt<Operations> {
  const clients = new Map<string, CodeDeployClient>();
  const clientFor = (region: string) => {
    const known = clients.get(region);
    if (known) return known;
    const made = createClient(config, credentials, region);
    clients.set(region, made);
    return made;
  };
  return (name, input, signal) => table[name].ask(clientFor(input.region), input, signal);
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
    ...(config.emulator && { endpoint: endpointFor(config, "codedeploy", region) }),
  });
  boundAnswers(client);
  refuseWrongTypes(client);
  return client;
}
