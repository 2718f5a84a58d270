import { queryOptions } from "@tanstack/react-query";
import type { CodeDeploy } from "../aws/codedeploy/operations.ts";
import type { DeploymentGroup, GroupRef } from "../codedeploy/group/deployment-group.ts";
import type { AppError } from "../errors/app-error.ts";

/** What is asked once for a visit of the page. */
export const ONCE = {
  retry: false,
  retryOnMount: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  staleTime: Number.POSITIVE_INFINITY,
} as const;

/** A group as it is today. */
export function deploymentGroupOptions(codeDeploy: CodeDeploy, group: GroupRef) {
  return queryOptions<DeploymentGroup, AppError>({
    queryKey: ["deployment-group", group.region, group.applicationName, group.deploymentGroupName],
    queryFn: ({ signal }) => codeDeploy.getDeploymentGroup(group, signal),
    ...ONCE,
  });
}
