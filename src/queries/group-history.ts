import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CodeDeploy } from "../aws/codedeploy/code-deploy.ts";
import type { Deployment } from "../codedeploy/deployment/deployment.ts";
import type { GroupHistory } from "../codedeploy/group/group-history.ts";
import { groupHistory, worthAsking } from "../codedeploy/group/group-history.ts";
import { useDeployments } from "./deployments-context.ts";

/**
 * What the other deployments of a deployment's group say about it. Three requests for each visit of the page, none while
 * polling; `undefined` until they are answered, and for good where the role may not ask.
 */
export function useGroupHistory(region: string, deployment: Deployment): GroupHistory | undefined {
  const { codeDeploy } = useDeployments().aws;
  const { deploymentId, applicationName, deploymentGroupName } = deployment;
  const { data } = useQuery({
    queryKey: ["group-history", region, deploymentId],
    queryFn: ({ signal }) =>
      deploymentId && applicationName && deploymentGroupName
        ? others(codeDeploy, { region, deploymentId, applicationName, deploymentGroupName }, signal)
        : [],
    enabled: Boolean(deploymentId && applicationName && deploymentGroupName),
    retry: false,
    retryOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => data && groupHistory(deployment, data), [data, deployment]);
}

interface Group {
  region: string;
  deploymentId: string;
  applicationName: string;
  deploymentGroupName: string;
}

async function others(codeDeploy: CodeDeploy, group: Group, signal: AbortSignal): Promise<Deployment[]> {
  // One after the other: where the first is refused, the second would be too.
  const all = await codeDeploy.listDeployments(group, signal);
  const successes = await codeDeploy.listDeployments({ ...group, status: "Succeeded" }, signal);
  const deploymentIds = worthAsking(group.deploymentId, all, successes);
  if (deploymentIds.length === 0) return [];
  return codeDeploy.batchGetDeployments({ region: group.region, deploymentIds }, signal);
}
