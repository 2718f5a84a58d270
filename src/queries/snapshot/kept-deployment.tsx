import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useMemo, useSyncExternalStore } from "react";
import type { DeploymentAnswer, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { DeploymentsProvider, useDeployments } from "../deployments-context.ts";
import type { ShownPoll } from "../polling/deployment-poll.ts";
import type { Snapshot } from "./snapshot-schema.ts";
import { snapshotSource } from "./snapshot-source.ts";

/** Gives the views in it the answers of a snapshot in place of AWS's. */
export function SnapshotProvider({ snapshot, children }: { snapshot: Snapshot; children: ReactNode }) {
  const { client, deployments } = useMemo(() => snapshotSource(snapshot), [snapshot]);
  return (
    <QueryClientProvider client={client}>
      <DeploymentsProvider value={deployments}>{children}</DeploymentsProvider>
    </QueryClientProvider>
  );
}

/** The deployment of a snapshot, and what the page had seen of its polling. */
export function useKeptDeployment(ref: DeploymentRef): ShownPoll & { answer: DeploymentAnswer | undefined } {
  const { options, store } = useDeployments().poll(ref);
  const shown = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const { data } = useQuery({ ...options, enabled: false });
  return { ...shown, answer: data };
}
