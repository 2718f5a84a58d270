import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render } from "@testing-library/react";
import { Blob } from "node:buffer";
import type { ReactNode } from "react";
import { vi } from "vitest";
import { JOINS } from "../../src/aws-names/services.ts";
import { createAws } from "../../src/aws/aws.ts";
import type { DeploymentRef } from "../../src/codedeploy/deployment/deployment.ts";
import { DeploymentPage } from "../../src/pages/deployment/DeploymentPage.tsx";
import { PatienceContext } from "../../src/pages/deployment/settled.tsx";
import { OpenedSnapshot } from "../../src/pages/snapshot/OpenedSnapshot.tsx";
import { DeploymentsProvider } from "../../src/queries/deployments-context.ts";
import { createDeployments } from "../../src/queries/deployments.ts";
import type { Snapshot } from "../../src/queries/snapshot/snapshot-schema.ts";
import { takeSnapshot } from "../../src/queries/snapshot/take-snapshot.ts";
import { StandingClockProvider } from "../../src/ui/clock.ts";
import { formatAddress } from "../../src/app/pages.ts";
import type { TestEmulator } from "../test-emulator.ts";

/** What jsdom lacks of a browser; a wide window in which everything is to be seen. */
export function browserParts(): void {
  // jsdom's cannot be read.
  vi.stubGlobal("Blob", Blob);
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: query.startsWith("(min-width"),
    addEventListener() {},
    removeEventListener() {},
  }));
}

/** What a page says, card by card; what is not a card stands at the end. */
function texts(): string[] {
  const main = document.querySelector("main");
  return [...(main?.querySelectorAll("section") ?? [])].map((part) => part.textContent);
}

/** Waits until all parts have come and nothing changes any more. */
async function settled(isBusy: () => boolean): Promise<string[]> {
  let last = "";
  let since = 0;
  await vi.waitUntil(
    () => {
      const now = JSON.stringify(texts());
      since = now === last && !isBusy() && texts().length > 2 ? since + 1 : 0;
      last = now;
      return since >= 8;
    },
    { timeout: 30_000, interval: 25 },
  );
  return texts();
}

/** The page of a deployment that an emulator answers for, as it is at `nowMs`, and a snapshot of it. */
export async function livePage(
  { url, control }: TestEmulator,
  ref: DeploymentRef,
  nowMs: number,
): Promise<{ texts: string[]; snapshot: Snapshot }> {
  const { region, deploymentId } = ref;
  history.replaceState(null, "", formatAddress({ page: "deployment", ...ref, view: { timeZone: "utc" } }));
  const { expiration, ...keys } = await control.credentials({});
  const identity = { ...keys, expiration: new Date(expiration) };
  const aws = createAws(
    {
      regions: [region],
      identityPoolId: "us-east-1:12345678-90ab-cdef-1234-567890abcdef",
      guest: { roleArn: "arn:aws:iam::123456789012:role/Guest" },
      joins: [...JOINS],
      emulator: { endpoint: url },
    },
    { provide: async () => identity, held: () => identity, renew() {}, forget() {} },
  );
  const client = new QueryClient();
  const deployments = createDeployments(aws, client, crypto.randomUUID());
  show(
    <QueryClientProvider client={client}>
      <DeploymentsProvider value={deployments}>
        <StandingClockProvider value={nowMs}>
          <DeploymentPage {...ref} regions={[region]} hasActions={false} />
        </StandingClockProvider>
      </DeploymentsProvider>
    </QueryClientProvider>,
  );
  const found = await settled(() => client.isFetching() > 0);
  const snapshot = takeSnapshot(client, deployments, { region, deploymentId }, nowMs);
  cleanup();
  client.clear();
  return { texts: found, snapshot };
}

/** The page of a snapshot. */
export async function snapshotPage(snapshot: Snapshot): Promise<string[]> {
  history.replaceState(null, "", formatAddress({ page: "snapshot", view: { timeZone: "utc" } }));
  show(<OpenedSnapshot snapshot={snapshot} />);
  const found = await settled(() => false);
  cleanup();
  return found;
}

function show(page: ReactNode): void {
  render(<PatienceContext value={0}>{page}</PatienceContext>);
}
