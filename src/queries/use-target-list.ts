import { useQuery } from "@tanstack/react-query";
import type { DeploymentRef } from "../domain/deployment.ts";
import type { TargetList } from "../domain/target-list.ts";
import { NO_TARGETS } from "../domain/target-list.ts";
import { useDeployments } from "./deployments-context.ts";

/**
 * All targets of a deployment as `useTargets`, which polls, has found them; asks for nothing itself, so that any
 * number of parts of a page may use it.
 */
export function useTargetList(ref: DeploymentRef): TargetList {
  const { options } = useDeployments().targets(ref);
  return useQuery({ ...options, enabled: false }).data ?? NO_TARGETS;
}
