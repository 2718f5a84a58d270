import type { QueryClient } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { DeploymentAnswer, DeploymentRef } from "../codedeploy/deployment/deployment.ts";
import { isFinished } from "../codedeploy/deployment/status.ts";
import type { Deployments } from "./deployments.ts";
import { useDeployments } from "./deployments-context.ts";
import { foldedRequests } from "./polling/folded-requests.ts";
import { ACTIVE_MS, JITTER, nextPollAtMs } from "./polling/poll-interval.ts";

/** Polls that are due within the jitter of the shortest interval go out together. */
const SOON_MS = 2 * JITTER * ACTIVE_MS;

/**
 * Lets the polls of the deployments that this page shows go out together, one request for each Region, where the role may ask so.
 * For pages that show several.
 */
export function useFoldedPolls(): void {
  const deployments = useDeployments();
  const client = useQueryClient();
  useEffect(() => foldPolls(deployments, client), [deployments, client]);
}

/** @returns lets each ask for itself again */
export function foldPolls(deployments: Deployments, client: QueryClient): () => void {
  deployments.askThrough(
    foldedRequests({
      codeDeploy: deployments.aws.codeDeploy,
      known: (ref) => client.getQueryData<DeploymentAnswer>(deployments.poll(ref).options.queryKey),
      callOthers: (ref) => callOthers(deployments, client, ref),
    }),
  );
  return () => deployments.askThrough(undefined);
}

/** Lets the other polls of the Region ask that are shown and due soon. One that fails, or rests, keeps its own pace. */
function callOthers(deployments: Deployments, client: QueryClient, ref: DeploymentRef): void {
  const [kind] = deployments.poll(ref).options.queryKey;
  for (const { queryKey } of client
    .getQueryCache()
    .findAll({ queryKey: [kind, ref.region], type: "active" })) {
    const deploymentId = String(queryKey[2]);
    const { record, rests } = deployments.poll({ region: ref.region, deploymentId }).store.get();
    const dueAtMs = nextPollAtMs(record);
    const isSoon = dueAtMs !== undefined && dueAtMs - Date.now() <= SOON_MS;
    const mayAsk = !rests && !record.lastFailure && !isFinished(record.status);
    if (deploymentId === ref.deploymentId || !isSoon || !mayAsk) continue;
    void client.refetchQueries({ queryKey, exact: true }, { cancelRefetch: false });
  }
}
