import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import type { AppError } from "../../errors/app-error.ts";
import { useAws } from "../deployments-context.ts";
import { readDeployments } from "./group-pages.ts";
import { AFTER_FAILURES_MS, QUIET_MS } from "../polling/poll-interval.ts";

const AFTER_FAULT_MS = Math.max(...AFTER_FAILURES_MS);

/** What is known of deployments that run, or ran a moment ago. */
export interface RunningDeployments {
  /** The latest answer about each, by its id; also after it has finished. */
  byId: ReadonlyMap<string, Deployment>;
  /** How many of them have finished while they were watched. */
  finished: number;
  /** How many of them AWS does not describe any more: they may have been deleted. */
  lost: number;
  /** Why they are not up to date. */
  error: AppError | undefined;
}

/**
 * Deployments that run, kept up to date until all of them have finished: a request for 25 of them each time, none while nobody
 * sees the tab.
 *
 * @param ids nothing is asked for none
 * @param known answers about all of them that are fresh: the first request then comes an interval later
 */
export function useRunningDeployments(
  region: string,
  ids: readonly string[],
  known?: { deployments: readonly Deployment[]; atMs: number },
): RunningDeployments {
  const { codeDeploy } = useAws();
  const { data, error } = useQuery<Deployment[], AppError>({
    queryKey: ["running-deployments", region, ...ids],
    queryFn: ({ signal }) => readDeployments(codeDeploy, region, ids, signal),
    enabled: ids.length > 0,
    retry: false,
    staleTime: QUIET_MS,
    refetchInterval: ({ state }) => {
      if (state.error) return state.error.isTransient ? AFTER_FAULT_MS : false;
      return state.data?.every(({ status }) => isFinished(status)) ? false : QUIET_MS;
    },
    ...(known && { initialData: [...known.deployments], initialDataUpdatedAt: known.atMs }),
  });
  const described = new Set(data?.map(({ deploymentId }) => deploymentId));
  const lost = data ? ids.filter((id) => !described.has(id)).length : 0;
  return useMemo(() => {
    const all = data ?? [];
    return {
      byId: new Map(all.map((deployment) => [deployment.deploymentId ?? "", deployment])),
      finished: all.filter(({ status }) => isFinished(status)).length,
      lost,
      error: error ?? undefined,
    };
  }, [data, error, lost]);
}
