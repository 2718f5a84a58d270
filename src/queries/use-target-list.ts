import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import type { DeploymentRef } from "../codedeploy/deployment/deployment.ts";
import type { TargetList } from "../codedeploy/targets/target-list.ts";
import { NO_TARGETS } from "../codedeploy/targets/target-list.ts";
import { useDeployments } from "./deployments-context.ts";

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
