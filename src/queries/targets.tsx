import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { createContext, useContext, useDeferredValue } from "react";
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

const TargetListContext = createContext<TargetList | null>(null);

interface TargetListProviderProps extends DeploymentRef {
  children: ReactNode;
}

/**
 * Gives the parts of a page the targets of its deployment, as {@link useTargetsPolling} finds them; asks for nothing itself. Deferred: a
 * fleet's answers come in dozens of pieces, each of which is counted, grouped and ordered anew, which must not hold up scrolling and
 * typing. In one place for all parts: where each defers for itself, one may show targets that another has not seen yet.
 */
export function TargetListProvider({ children, ...ref }: TargetListProviderProps) {
  const { options } = useDeployments().targets(ref);
  const { data = NO_TARGETS } = useQuery({ ...options, enabled: false });
  const list = useDeferredValue(data);
  return <TargetListContext value={list}>{children}</TargetListContext>;
}

/**
 * The targets of the nearest provider; throws without one. Unchanged targets keep their identity, so that rows that are memoised by their
 * entry stay as they are.
 */
export function useTargetList(): TargetList {
  const list = useContext(TargetListContext);
  if (!list) throw new Error("TargetListProvider is missing.");
  return list;
}
