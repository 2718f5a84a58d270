import { parseAddress } from "./address.ts";
import { createCodeDeploy } from "./aws/create-code-deploy.ts";
import { endpointsFor } from "./config/endpoints.ts";
import { loadConfig } from "./config/load-config.ts";
import type { Config } from "./config/schema.ts";
import { createCredentials } from "./credentials/create-credentials.ts";
import { addressFault } from "./domain/address-fault.ts";

// The composition root. What it imports statically is all that the first request waits for; React and the page,
// react-query and the SDK load beside each other while the configuration and the credentials are under way.
const address = parseAddress(location);
const page = import("./App.tsx");
const queries = Promise.all([import("./queries/query-client.ts"), import("./queries/deployments.ts")]);
if (address.page === "home") import("./views/home/HomePage.tsx").catch(() => {}); // The page reports it.

async function start(): Promise<void> {
  const loaded = await loadConfig();
  if ("fault" in loaded) {
    const { mountConfigFault } = await page;
    mountConfigFault(loaded.fault);
    return;
  }
  const { config } = loaded;
  const ref = address.page === "deployment" && !addressFault(address, config.regions) ? address : undefined;
  const credentials = createCredentials(config);
  if (ref) {
    preconnect(config, ref.region);
    credentials.provide().catch(() => {}); // The first request reports it.
  }
  const codeDeploy = createCodeDeploy(config, credentials);
  const [{ createQueryClient }, { createDeployments }] = await queries;
  const queryClient = createQueryClient();
  const deployments = createDeployments(codeDeploy, queryClient);
  if (ref) void deployments.prefetch(ref);
  const { mountApp } = await page;
  mountApp({ config, queryClient, deployments });
}

function preconnect(config: Config, region: string): void {
  for (const href of new Set(Object.values(endpointsFor(config, region)))) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preconnect", href, crossOrigin: "anonymous" });
    document.head.append(link);
  }
}

// Not awaited: the page's chunk imports this module's, which a top-level await would keep from being ready.
void start();
