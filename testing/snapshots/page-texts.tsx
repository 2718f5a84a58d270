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
import { readSnapshot } from "../../src/queries/snapshot/read-snapshot.ts";
import { takeSnapshot } from "../../src/queries/snapshot/take-snapshot.ts";
import { StandingClockProvider } from "../../src/ui/clock.ts";
import { formatAddress } from "../../src/app/pages.ts";
import type { TestEmulator } from "../test-emulator.ts";

/** What jsdom lacks of a browser; a wide window in which everything is to be seen. */
export function browserParts(): void {
  // jsdom's cannot be read.
  vi.stubGlobal("Blob", Blob);
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: query.startsWith("(min-width"),
    addEventListener() {},
    removeEventListener() {},
  }));
}

/** What a page says, card by card. */
function textsIn(place: HTMLElement): string[] {
  return Array.from(place.querySelectorAll("main section"), (part) => part.textContent);
}

interface Pages {
  live: string[];
  kept: string[];
  snapshot: Snapshot;
}

/** So often a snapshot is taken anew, where the page was still about to ask something. */
const MOST_TRIES = 5;

/**
 * The page of a deployment that an emulator answers for, as it is at `nowMs`, and beside it the page of a snapshot of it, once they say the
 * same, or have had time to.
 */
export async function bothPages(
  { url, control }: TestEmulator,
  ref: DeploymentRef,
  nowMs: number,
): Promise<Pages> {
  const { region, deploymentId } = ref;
  history.replaceState(null, "", formatAddress({ page: "snapshot", view: { timeZone: "utc" } }));
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
  const live = show(
    <QueryClientProvider client={client}>
      <DeploymentsProvider value={deployments}>
        <StandingClockProvider value={nowMs}>
          <DeploymentPage {...ref} regions={[region]} hasActions={false} />
        </StandingClockProvider>
      </DeploymentsProvider>
    </QueryClientProvider>,
  );
  await vi.waitUntil(() => client.isFetching() === 0 && textsIn(live).length > 2, { timeout: 30_000 });
  const read = () => opened(takeSnapshot(client, deployments, { region, deploymentId }, nowMs));
  const tried = async (snapshot: Snapshot, triesLeft: number): Promise<Pages> => {
    const kept = show(<OpenedSnapshot snapshot={snapshot} />);
    const pages = () => ({ live: textsIn(live), kept: textsIn(kept), snapshot });
    const isSame = () => JSON.stringify(textsIn(live)) === JSON.stringify(textsIn(kept));
    const isDone = await vi.waitUntil(isSame, { timeout: 4_000, interval: 25 }).then(
      () => true,
      () => false,
    );
    return isDone || triesLeft === 0 ? pages() : tried(read(), triesLeft - 1);
  };
  const found = await tried(read(), MOST_TRIES);
  cleanup();
  client.clear();
  return found;
}

/** A snapshot that was saved and opened. */
export function opened(snapshot: object): Snapshot {
  const read = readSnapshot(JSON.stringify(snapshot));
  if ("fault" in read) throw new Error(read.fault.detail);
  return read.snapshot;
}

/** The page of a snapshot alone, once it has as many cards. */
export async function keptPage(snapshot: Snapshot, count: number): Promise<string[]> {
  const kept = show(<OpenedSnapshot snapshot={snapshot} />);
  await vi.waitUntil(() => textsIn(kept).length === count, { timeout: 10_000 });
  const found = textsIn(kept);
  cleanup();
  return found;
}

function show(page: ReactNode): HTMLElement {
  return render(<PatienceContext value={0}>{page}</PatienceContext>).container;
}
