import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import type { DeploymentRef } from "../domain/deployment.ts";
import type { TargetEntry, TargetList } from "../domain/target-list.ts";
import { NO_TARGETS } from "../domain/target-list.ts";
import { useDeployments } from "./deployments-context.ts";

/** The targets of a deployment, kept up to date until each of them has had its last answer. */
export interface LiveTargets {
  list: TargetList;
  /** Asks for these targets before others: call it with what scrolls into view. */
  showFirst: (ids: readonly string[]) => void;
}

/**
 * Watches the targets of a deployment. Call it once a page: each call polls. Renders on every change of any
 * target; a row that must not takes its own with {@link useTarget}.
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
 * One target out of what {@link useTargets} keeps up to date; asks for nothing itself. An observer with a
 * selector per row that is on screen, rather than a query per target: a thousand targets are one entry of the
 * cache, and since unchanged targets keep their identity, a poll that changes three of them renders three rows.
 */
export function useTarget(ref: DeploymentRef, id: string): TargetEntry | undefined {
  const { options } = useDeployments().targets(ref);
  const select = useCallback((list: TargetList) => list.entries.get(id), [id]);
  return useQuery({ ...options, enabled: false, select }).data;
}
