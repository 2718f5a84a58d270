import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import type { DeploymentRef } from "../codedeploy/deployment/deployment.ts";
import type { TargetList } from "../codedeploy/targets/target-list.ts";
import { NO_TARGETS } from "../codedeploy/targets/target-list.ts";
import { useDeployments } from "./deployments-context.ts";

/**
 * Watches the targets of a deployment until each of them has had its last answer. Call it once a page: each call polls. Renders
 * nothing: {@link useTargetList} has what it finds.
 */
export function useTargetsPolling(ref: DeploymentRef, { isPaused }: { isPaused: boolean }): void {
  useQuery({
    ...useDeployments().targets(ref).options,
    ...(isPaused && { refetchInterval: false, refetchOnWindowFocus: false, refetchOnReconnect: false }),
    notifyOnChangeProps: [],
  });
}

/** Asks for targets before others: call it with the ids of what scrolls into view. */
export function useShowFirst(ref: DeploymentRef): (ids: readonly string[]) => void {
  return useDeployments().targets(ref).showFirst;
}

/**
 * All targets of a deployment as {@link useTargetsPolling} has found them; asks for nothing itself, so that any
 * number of parts of a page may use it. Deferred: a fleet's answers come in dozens of pieces, each of which is
 * counted, grouped and ordered anew, which must not hold up scrolling and typing. Unchanged targets keep their identity, so that
 * rows that are memoised by their entry stay as they are.
 */
export function useTargetList(ref: DeploymentRef): TargetList {
  const { options } = useDeployments().targets(ref);
  const { data = NO_TARGETS } = useQuery({ ...options, enabled: false, refetchInterval: false });
  return useDeferredValue(data);
}
