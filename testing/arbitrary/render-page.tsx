import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { vi } from "vitest";
import { formatAddress } from "../../src/app/pages.ts";
import type { AppError } from "../../src/errors/app-error.ts";
import { deploymentConfigOptions } from "../../src/queries/deployment-config.ts";
import { createDeployments } from "../../src/queries/deployments.ts";
import { DeploymentsProvider } from "../../src/queries/deployments-context.ts";
import { DeploymentPage } from "../../src/pages/deployment/DeploymentPage.tsx";
import { PatienceContext } from "../../src/pages/deployment/settled.tsx";
import { fakeAws } from "../fake-aws.ts";
import type { Page } from "./arbitrary-page.ts";
import { memoryStorage } from "../memory-storage.ts";
import { decodeConfig, decodeDeployment } from "./decode.ts";

const NOTHING_STORED = memoryStorage();

interface Circumstances {
  region?: string;
  /** Why the deployment configuration cannot be read. */
  configFault?: AppError;
}

/** The HTML of a deployment's page once everything has been answered or waited for. */
export function renderPage(
  { info, list, config, timeZone, targets, isWide }: Page,
  { region = "us-east-1", configFault }: Circumstances = {},
): string {
  const ref = { region, deploymentId: "d-74D35AS7C" };
  const path = formatAddress({ page: "deployment", ...ref, view: { timeZone }, targets });
  vi.stubGlobal("location", new URL(path, "https://deploys.example"));
  vi.stubGlobal("matchMedia", () => ({ matches: isWide }));
  vi.stubGlobal("localStorage", NOTHING_STORED);
  vi.stubGlobal("document", { documentElement: { dataset: {} } });

  const client = new QueryClient();
  const aws = fakeAws();
  const deployments = createDeployments(aws, client, "fuzz");
  const deployment = decodeDeployment(info);
  const configName = deployment.deploymentConfigName ?? "";
  client.setQueryData(deployments.poll(ref).options.queryKey, { deployment, raw: { deploymentInfo: info } });
  client.setQueryData(deployments.targets(ref).options.queryKey, list);
  const { queryKey } = deploymentConfigOptions(aws.codeDeploy, { region, configName });
  if (configFault) {
    client.getQueryCache().build(client, { queryKey }).setState({ status: "error", error: configFault });
  } else {
    client.setQueryData(queryKey, decodeConfig(config));
  }
  return renderToString(
    <QueryClientProvider client={client}>
      <DeploymentsProvider value={deployments}>
        <PatienceContext value={0}>
          <DeploymentPage {...ref} regions={[region]} hasActions />
        </PatienceContext>
      </DeploymentsProvider>
    </QueryClientProvider>,
  );
}
