import { QueryClientProvider } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { ConfigFault } from "./config/config-fault.ts";
import type { Config } from "./config/schema.ts";
import type { Deployments } from "./queries/deployments.ts";
import { DeploymentsProvider } from "./queries/deployments-context.ts";
import { ErrorBoundary } from "./ui/ErrorBoundary.tsx";
import { ConfigErrorPage } from "./views/ConfigErrorPage.tsx";
import { DeploymentPage } from "./views/deployment/DeploymentPage.tsx";
import { HomePage } from "./views/home/HomePage.tsx";
import { NotFoundPage } from "./views/NotFoundPage.tsx";
import { useAddress } from "./views/navigation.ts";

interface AppProps {
  config: Config;
  queryClient: QueryClient;
  deployments: Deployments;
}

/** Renders the app into the page. */
export function mountApp(props: AppProps): void {
  mount(
    <QueryClientProvider client={props.queryClient}>
      <DeploymentsProvider value={props.deployments}>
        <Page config={props.config} />
      </DeploymentsProvider>
    </QueryClientProvider>,
  );
}

/** Renders what is wrong with the configuration, in place of the app. */
export function mountConfigFault(fault: ConfigFault): void {
  mount(<ConfigErrorPage fault={fault} />);
}

function mount(content: ReactNode): void {
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no element with the id root.");
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary what="This page">{content}</ErrorBoundary>
    </StrictMode>,
  );
}

function Page({ config }: { config: Config }) {
  const address = useAddress();
  switch (address.page) {
    case "home":
      return <HomePage name={config.name} regions={config.regions} examples={config.examples ?? []} />;
    case "deployment":
      return (
        <DeploymentPage
          key={`${address.region}/${address.deploymentId}`}
          {...address}
          regions={config.regions}
        />
      );
    case "unknown":
      return <NotFoundPage path={address.path} />;
  }
}
