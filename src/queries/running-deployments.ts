import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Deployment } from "../codedeploy/deployment/deployment.ts";
import { isFinished } from "../codedeploy/deployment/status.ts";
import type { AppError } from "../errors/app-error.ts";
import { useAws } from "./deployments-context.ts";
import { readDeployments } from "./group-list.ts";
import { AFTER_FAILURES_MS, QUIET_MS } from "./polling/poll-interval.ts";

const AFTER_FAULT_MS = Math.max(...AFTER_FAILURES_MS);

/**
 * Deployments that run, kept up to date until all of them have finished: one request for 25 of them every 10 s, none while
 * nobody sees the tab.
 *
 * @param ids nothing is asked for none
 * @returns what is known of each by its id, also after it has finished
 */
export function useRunningDeployments(
  region: string,
  ids: readonly string[],
): { byId: ReadonlyMap<string, Deployment>; error: AppError | undefined } {
  const { codeDeploy } = useAws();
  const { data, error } = useQuery<Deployment[], AppError>({
    queryKey: ["running-deployments", region, ...ids],
    queryFn: ({ signal }) => readDeployments(codeDeploy, region, ids, signal),
    enabled: ids.length > 0,
    retry: false,
    staleTime: 3_000,
    refetchInterval: ({ state }) => {
      if (state.error) return state.error.isTransient ? AFTER_FAULT_MS : false;
      return state.data?.every(({ status }) => isFinished(status)) ? false : QUIET_MS;
    },
  });
  const byId = useMemo(
    () => new Map((data ?? []).map((deployment) => [deployment.deploymentId ?? "", deployment])),
    [data],
  );
  return { byId, error: error ?? undefined };
}
