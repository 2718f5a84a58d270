import { queryOptions, useQuery } from "@tanstack/react-query";
import type { RevisionLocation } from "@aws-sdk/client-codedeploy";
import type { CodeDeploy } from "../aws/codedeploy/operations.ts";
import { hasMark } from "../codedeploy/actions/new-deployment.ts";
import type { Deployment } from "../codedeploy/deployment/deployment.ts";
import type { GroupRef } from "../codedeploy/group/deployment-group.ts";
import type { AppError } from "../errors/app-error.ts";
import { appSpecTextOptions } from "./application-revision.ts";
import { useAws } from "./deployments-context.ts";

/** As many as one request takes: the newest of all, and the newest that succeeded. */
const MOST_NEWEST = 10;
const MOST = 25;
const STALE_AFTER_MS = 10_000;

/** A group's newest deployments and its last successes, newest first; asked for when somebody is about to start another. */
function groupDeploymentsOptions(codeDeploy: CodeDeploy, group: GroupRef) {
  return queryOptions<Deployment[], AppError>({
    queryKey: ["group-deployments", group.region, group.applicationName, group.deploymentGroupName],
    queryFn: async ({ signal }) => {
      const all = await codeDeploy.listDeployments(group, signal);
      const successes = await codeDeploy.listDeployments({ ...group, statuses: ["Succeeded"] }, signal);
      return read(codeDeploy, group.region, [...all.items.slice(0, MOST_NEWEST), ...successes.items], signal);
    },
    retry: false,
    staleTime: STALE_AFTER_MS,
    refetchOnWindowFocus: false,
  });
}

async function read(
  codeDeploy: CodeDeploy,
  region: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Deployment[]> {
  const deploymentIds = [...new Set(ids)].slice(0, MOST);
  if (deploymentIds.length === 0) return [];
  const found = await codeDeploy.batchGetDeployments({ region, deploymentIds }, signal);
  return found
    .map(({ deployment }) => deployment)
    .toSorted((one, other) => (other.createTime ?? 0) - (one.createTime ?? 0));
}

/** What {@link groupDeploymentsOptions} asks for; `undefined` until it is answered. */
export function useGroupDeployments(group: GroupRef): {
  deployments: readonly Deployment[] | undefined;
  error: AppError | undefined;
} {
  const { data, error } = useQuery(groupDeploymentsOptions(useAws().codeDeploy, group));
  return { deployments: data, error: error ?? undefined };
}

const SEARCH_MS = 5_000;
const MAX_SEARCHES = 10;

/**
 * Looks for the deployment that a request of an unknown outcome may have started, by the mark in its description, in the list of
 * the group.
 *
 * @param mark nothing is looked for where it is absent
 * @returns its id; `null` where the list was read without it, `undefined` before it was read. Why it cannot be read
 */
export function useFoundDeployment(
  group: GroupRef,
  mark: string | undefined,
): { foundId: string | null | undefined; error: AppError | undefined } {
  const { codeDeploy } = useAws();
  const { data, error } = useQuery<string | null, AppError>({
    queryKey: ["marked-deployment", group.region, group.applicationName, group.deploymentGroupName, mark],
    queryFn: async ({ signal }) => {
      const all = await codeDeploy.listDeployments(group, signal);
      const newest = await read(codeDeploy, group.region, all.items.slice(0, MOST_NEWEST), signal);
      return (
        newest.find((deployment) => mark !== undefined && hasMark(deployment, mark))?.deploymentId ?? null
      );
    },
    enabled: mark !== undefined,
    retry: false,
    refetchInterval: ({ state }) =>
      state.data || state.dataUpdateCount + state.errorUpdateCount >= MAX_SEARCHES ? false : SEARCH_MS,
  });
  return { foundId: data, error: error ?? undefined };
}

/** A revision with the text of its AppSpec, where GetDeployment has its hash only and the role may read it. */
export function useWholeRevision(
  region: string,
  applicationName: string,
  revision: RevisionLocation | undefined,
): { revision: RevisionLocation | undefined; isReading: boolean } {
  const { codeDeploy } = useAws();
  const spec = revision?.appSpecContent;
  const lacksText = spec !== undefined && spec.content === undefined;
  const { data, isPending } = useQuery({
    ...appSpecTextOptions(codeDeploy, { region, applicationName, revision }),
    enabled: lacksText,
  });
  if (!lacksText) return { revision, isReading: false };
  return {
    revision: data ? { ...revision, appSpecContent: { ...spec, content: data } } : revision,
    isReading: isPending && lacksText,
  };
}
