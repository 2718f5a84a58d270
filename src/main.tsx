import type { Address } from "./address.ts";
import { parseAddress } from "./address.ts";
import { createCodeDeploy } from "./aws/create-code-deploy.ts";
import { endpointsFor } from "./config/endpoints.ts";
import { loadConfig } from "./config/load-config.ts";
import type { Config } from "./config/schema.ts";
import { createCredentials } from "./credentials/create-credentials.ts";
import { addressFault } from "./domain/address-fault.ts";
import type { DeploymentRef } from "./domain/deployment.ts";
import { reloadOnceWhenPartsAreGone } from "./reload-once.ts";

// The composition root. What it imports statically is all that the first request waits for; React and the page,
// react-query and the SDK load beside each other while the configuration and the credentials are under way.
reloadOnceWhenPartsAreGone();
const address = parseAddress(location);
const page = import("./App.tsx");
const queries = Promise.all([import("./queries/query-client.ts"), import("./queries/deployments.ts")]);
if (address.page === "home") import("./views/home/HomePage.tsx").catch(() => {}); // The page reports it.
if (address.page === "wall") import("./views/wall/WallPage.tsx").catch(() => {});

async function start(): Promise<void> {
  const loaded = await loadConfig();
  if ("fault" in loaded) {
    const { mountConfigFault } = await page;
    mountConfigFault(loaded.fault);
    return;
  }
  const { config } = loaded;
  const refs = deploymentsOf(address).filter((ref) => !addressFault(ref, config.regions));
  const credentials = createCredentials(config);
  if (refs.length > 0) {
    preconnect(config, refs);
    credentials.provide().catch(() => {}); // The first request reports it.
  }
  const codeDeploy = createCodeDeploy(config, credentials);
  const [{ createQueryClient }, { createDeployments }] = await queries;
  const queryClient = createQueryClient();
  const deployments = createDeployments(codeDeploy, queryClient, config.identityPoolId);
  for (const ref of refs) void deployments.prefetch(ref);
  const { mountApp } = await page;
  mountApp({ config, queryClient, deployments });
}

/** The deployments that an address shows. */
function deploymentsOf(shown: Address): readonly DeploymentRef[] {
  if (shown.page === "wall") return shown.deployments;
  return shown.page === "deployment" ? [shown] : [];
}

function preconnect(config: Config, refs: readonly DeploymentRef[]): void {
  const origins = refs.flatMap(({ region }) => Object.values<string>({ ...endpointsFor(config, region) }));
  for (const href of new Set(origins)) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preconnect", href, crossOrigin: "anonymous" });
    document.head.append(link);
  }
}

// Not awaited: the page's chunk imports this module's, which a top-level await would keep from being ready.
void start();
