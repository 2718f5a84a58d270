import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import type { DeploymentRef } from "../codedeploy/deployment/deployment.ts";
import type { TargetList } from "../codedeploy/targets/target-list.ts";
import { NO_TARGETS } from "../codedeploy/targets/target-list.ts";
import { useDeployments } from "./deployments-context.ts";

/** The targets of a deployment, kept up to date until each of them has had its last answer. */
export interface LiveTargets {
  list: TargetList;
  /** Asks for these targets before others: call it with what scrolls into view. */
  showFirst: (ids: readonly string[]) => void;
}

/**
 * Watches the targets of a deployment. Call it once a page: each call polls. Renders on every change of any
 * target; unchanged targets keep their identity, so that rows that are memoised by their entry stay as they are.
 */
export function useTargets(ref: DeploymentRef, { isPaused }: { isPaused: boolean }): LiveTargets {
  const poll = useDeployments().targets(ref);
  const { data } = useQuery({
    ...poll.options,
    ...(isPaused && { refetchInterval: false, refetchOnWindowFocus: false, refetchOnReconnect: false }),
  });
  return { list: data ?? NO_TARGETS, showFirst: poll.showFirst };
}

/**
 * All targets of a deployment as `useTargets`, which polls, has found them; asks for nothing itself, so that any
 * number of parts of a page may use it. Deferred: a fleet's answers come in dozens of pieces, each of which is
 * counted, grouped and ordered anew, which must not hold up scrolling and typing.
 */
export function useTargetList(ref: DeploymentRef): TargetList {
  const { options } = useDeployments().targets(ref);
  const { data = NO_TARGETS } = useQuery({ ...options, enabled: false, refetchInterval: false });
  return useDeferredValue(data);
}
