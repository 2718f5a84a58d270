import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { CodeDeploy } from "../aws/codedeploy/operations.ts";
import type { Deployment } from "../codedeploy/deployment/deployment.ts";
import type { GroupHistory } from "../codedeploy/group/group-history.ts";
import { groupHistory, worthAsking } from "../codedeploy/group/group-history.ts";
import type { AppError } from "../errors/app-error.ts";
import { useAws } from "./deployments-context.ts";

/** A deployment that is known to belong to a group. */
interface GroupMember {
  region: string;
  deploymentId: string;
  applicationName: string;
  deploymentGroupName: string;
}

/** The deployments of a group that say something about one of them; one answer serves for a visit of the page. */
function groupHistoryOptions(codeDeploy: CodeDeploy, member: GroupMember) {
  return queryOptions<Deployment[], AppError>({
    queryKey: ["group-history", member.region, member.deploymentId],
    queryFn: ({ signal }) => others(codeDeploy, member, signal),
    enabled: [member.deploymentId, member.applicationName, member.deploymentGroupName].every(Boolean),
    retry: false,
    retryOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/**
 * What the other deployments of a deployment's group say about it. Three requests for each visit of the page, none while
 * polling; `undefined` until they are answered, and for good where the role may not ask.
 */
export function useGroupHistory(region: string, deployment: Deployment): GroupHistory | undefined {
  const { data } = useQuery(groupHistoryOptions(useAws().codeDeploy, memberOf(region, deployment)));
  return useMemo(() => data && groupHistory(deployment, data), [data, deployment]);
}

/**
 * Gives what {@link useGroupHistory} does when it is called: from the answer that the page has, or with the same three requests.
 *
 * @returns a function that gives `undefined` where AWS does not say, or the deployment names no group
 */
export function useAskGroupHistory(
  region: string,
  deployment: Deployment | undefined,
): () => Promise<GroupHistory | undefined> {
  const client = useQueryClient();
  const { codeDeploy } = useAws();
  return useCallback(async () => {
    const options = deployment && groupHistoryOptions(codeDeploy, memberOf(region, deployment));
    if (!options || options.enabled !== true) return undefined;
    try {
      return groupHistory(deployment, await client.fetchQuery(options));
    } catch {
      return undefined;
    }
  }, [client, codeDeploy, region, deployment]);
}

function memberOf(region: string, deployment: Deployment): GroupMember {
  const { deploymentId = "", applicationName = "", deploymentGroupName = "" } = deployment;
  return { region, deploymentId, applicationName, deploymentGroupName };
}

async function others(
  codeDeploy: CodeDeploy,
  member: GroupMember,
  signal: AbortSignal,
): Promise<Deployment[]> {
  // One after the other: where the first is refused, the second would be too.
  const { region, deploymentId, applicationName, deploymentGroupName } = member;
  const group = { region, applicationName, deploymentGroupName };
  const all = await codeDeploy.listDeployments(group, signal);
  const successes = await codeDeploy.listDeployments({ ...group, statuses: ["Succeeded"] }, signal);
  const deploymentIds = worthAsking(deploymentId, all.items, successes.items);
  if (deploymentIds.length === 0) return [];
  const answers = await codeDeploy.batchGetDeployments({ region, deploymentIds }, signal);
  return answers.map(({ deployment }) => deployment);
}
