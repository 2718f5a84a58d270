import type { CredentialSource } from "../../access/credentials.ts";
import { endpointFor } from "../../config/endpoints.ts";
import type { Config } from "../../config/schema.ts";
import type { Askable, Service } from "../service.ts";
import { createService } from "../service.ts";
import type { Asker, operations } from "./operations.ts";

type Operations = typeof operations;

/** STS as the rest of the app sees it: a method for each line of the table of operations. */
export interface Sts extends Service<Operations> {}

/** STS as configured. What signs for it loads with the first request. */
export function createSts(config: Config, credentials: CredentialSource): Sts {
  const asker = (region: string) => ({ endpoint: endpointFor(config, "sts", region), credentials });
  return createService<Operations>(
    "sts",
    config,
    credentials,
    async () => (name, input, signal) =>
      loadTable().then((table) => table[name].ask(asker(input.region), input, signal)),
  );
}

async function loadTable(): Promise<Askable<Operations, Asker>> {
  const { operations } = await import("./operations.ts");
  return operations;
}
