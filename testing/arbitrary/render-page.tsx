import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { vi } from "vitest";
import { formatAddress } from "../../src/app/pages.ts";
import type { Deployment } from "../../src/codedeploy/deployment/deployment.ts";
import { deploymentConfigOptions } from "../../src/queries/deployment-config.ts";
import { createDeployments } from "../../src/queries/deployments.ts";
import { DeploymentsProvider } from "../../src/queries/deployments-context.ts";
import { DeploymentPage } from "../../src/pages/deployment/DeploymentPage.tsx";
import { fakeAws } from "../fake-aws.ts";
import type { Page } from "./arbitrary-page.ts";
import { decode } from "./decode.ts";

const REF = { region: "us-east-1", deploymentId: "d-74D35AS7C" };

/** The HTML of a deployment's page once everything has been answered. */
export function renderPage({ info, list, config, timeZone, targets, isWide }: Page): string {
  const path = formatAddress({ page: "deployment", ...REF, view: { timeZone }, targets });
  vi.stubGlobal("location", new URL(path, "https://deploys.example"));
  vi.stubGlobal("matchMedia", () => ({ matches: isWide }));
  vi.stubGlobal("document", { documentElement: { dataset: {} } });

  const client = new QueryClient();
  const aws = fakeAws();
  const deployments = createDeployments(aws, client, "fuzz");
  const deployment: Deployment = decode(info);
  const configName = deployment.deploymentConfigName ?? "";
  client.setQueryData(deployments.poll(REF).options.queryKey, { deployment, raw: { deploymentInfo: info } });
  client.setQueryData(deployments.targets(REF).options.queryKey, list);
  client.setQueryData(
    deploymentConfigOptions(aws.codeDeploy, { region: REF.region, configName }).queryKey,
    decode(config),
  );
  return renderToString(
    <QueryClientProvider client={client}>
      <DeploymentsProvider value={deployments}>
        <DeploymentPage {...REF} regions={[REF.region]} />
      </DeploymentsProvider>
    </QueryClientProvider>,
  );
}
