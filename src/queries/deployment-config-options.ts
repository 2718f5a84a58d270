import { queryOptions } from "@tanstack/react-query";
import type { CodeDeploy } from "../aws/codedeploy/code-deploy.ts";
import type { AppError } from "../errors/app-error.ts";
import type { DeploymentConfigInfo, DeploymentConfigRef } from "../codedeploy/settings/deployment-config.ts";

const AFTER_FAULT_MS = 30_000;

/** The rules of a configuration: they never change, so one answer serves for ever. */
export function deploymentConfigOptions(codeDeploy: CodeDeploy, ref: DeploymentConfigRef) {
  return queryOptions<DeploymentConfigInfo, AppError>({
    queryKey: ["deployment-config", ref.region, ref.configName],
    queryFn: ({ signal }) => codeDeploy.getDeploymentConfig(ref, signal),
    // The one retry policy stands in the aws room.
    retry: false,
    retryOnMount: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.error?.isTransient ? AFTER_FAULT_MS : false),
  });
}
