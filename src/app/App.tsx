import { QueryClientProvider } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useEffect } from "react";
import type { ConfigFault } from "../config/parse-config.ts";
import type { Config } from "../config/schema.ts";
import type { Deployments } from "../queries/deployments.ts";
import { DeploymentsProvider } from "../queries/deployments-context.ts";
import { laterPart } from "../ui/later-part.tsx";
import type { Account } from "../access/account.ts";
import { useAccount } from "../access/account.ts";
import { WithAccount } from "../pages/account/WithAccount.tsx";
import { DeploymentPage } from "../pages/deployment/DeploymentPage.tsx";
import { FirstPaint, firstPageOf } from "./FirstPaint.tsx";
import { useAddress } from "./navigation.ts";
import { PAGES, formatAddress, pageOf } from "./pages.ts";

// Most visits come by a link to a deployment: what they do not show is in chunks of its own. What stood there before stays
// while they are on their way.
const COMING = { fallback: <Coming /> };
const SignInGate = laterPart(
  "The way to the sign-in page",
  async () => (await import("../pages/sign-in/SignInGate.tsx")).SignInGate,
  COMING,
);
const HomePage = laterPart("This page", async () => (await PAGES.home.load()).HomePage, COMING);
const NotFoundPage = laterPart("This page", async () => (await PAGES.unknown.load()).NotFoundPage, COMING);
const SignInFaultPage = laterPart(
  "This page",
  async () => (await PAGES["signed-in"].load()).SignInFaultPage,
  COMING,
);
const WallPage = laterPart("The wall", async () => (await PAGES.wall.load()).WallPage, COMING);
const ApplicationPage = laterPart(
  "The application",
  async () => (await PAGES.application.load()).ApplicationPage,
  COMING,
);
const GroupPage = laterPart("The deployment group", async () => (await PAGES.group.load()).GroupPage, COMING);
const SnapshotPage = laterPart(
  "The snapshot",
  async () => (await PAGES.snapshot.load()).SnapshotPage,
  COMING,
);
const ComparePage = laterPart("The comparison", async () => (await PAGES.compare.load()).ComparePage, COMING);
const ConfigErrorPage = laterPart(
  "What is wrong with config.json",
  async () => (await import("../pages/faults/ConfigErrorPage.tsx")).ConfigErrorPage,
  COMING,
);

interface AppProps {
  config: Config;
  account: Account;
  queryClient: QueryClient;
  deployments: Deployments;
}

/** The app, for the root that `mount` makes. */
export function appPage({ config, account, queryClient, deployments }: AppProps): ReactNode {
  return (
    <QueryClientProvider client={queryClient}>
      <WithAccount value={account}>
        <DeploymentsProvider value={deployments}>
          <Page config={config} />
        </DeploymentsProvider>
      </WithAccount>
    </QueryClientProvider>
  );
}

/** What is wrong with the configuration, in place of the app. */
export function configFaultPage(fault: ConfigFault): ReactNode {
  return <ConfigErrorPage fault={fault} />;
}

function Coming() {
  const address = useAddress();
  return <FirstPaint first={firstPageOf(address)} view={address.view} />;
}

/** A snapshot in place of the app: whoever opens one needs no configuration and no credentials. */
export function snapshotPage(): ReactNode {
  return <SnapshotAlone />;
}

function SnapshotAlone() {
  const { page } = useAddress();
  useEffect(() => {
    // The app itself is not there: it loads with the address that somebody goes on to.
    if (page !== "snapshot") location.reload();
  }, [page]);
  return <SnapshotPage />;
}

function Page({ config }: { config: Config }) {
  const address = useAddress();
  const { visitor, fault, signIn } = useAccount();
  if (visitor.kind === "nobody" && pageOf(address).needsSignIn) return <SignInGate />;
  switch (address.page) {
    case "home":
      return <HomePage name={config.name} regions={config.regions} examples={config.examples ?? []} />;
    case "deployment":
      return (
        <DeploymentPage
          key={`${address.region}/${address.deploymentId}`}
          {...address}
          regions={config.regions}
          hasActions={config.actions === true}
        />
      );
    case "wall":
      return <WallPage tiles={address.tiles} regions={config.regions} />;
    case "application":
      return (
        <ApplicationPage
          key={`${address.region}/${address.applicationName}`}
          {...address}
          regions={config.regions}
        />
      );
    case "group":
      return (
        <GroupPage
          key={`${address.region}/${address.applicationName}/${address.deploymentGroupName}`}
          address={address}
          regions={config.regions}
        />
      );
    case "snapshot":
      return <SnapshotPage />;
    case "compare":
      return <ComparePage {...address} regions={config.regions} />;
    case "signed-in":
      return fault && signIn ? (
        <SignInFaultPage fault={fault} signIn={() => void signIn()} />
      ) : (
        <NotFoundPage path={formatAddress({ page: "signed-in", view: { timeZone: "local" } }, "/")} />
      );
    case "unknown":
      return <NotFoundPage path={address.path} />;
  }
}
