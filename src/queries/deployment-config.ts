import { queryOptions, useQuery } from "@tanstack/react-query";
import type { CodeDeploy } from "../aws/codedeploy/operations.ts";
import type { Deployment } from "../codedeploy/deployment/deployment.ts";
import type { DeploymentConfigInfo, DeploymentConfigRef } from "../codedeploy/settings/deployment-config.ts";
import { hasTellingConfig } from "../codedeploy/settings/deployment-config.ts";
import type { AppError } from "../errors/app-error.ts";
import { useAws } from "./deployments-context.ts";

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

export interface DeploymentConfigState {
  /** Absent while it is asked for, and where it would say nothing. */
  config: DeploymentConfigInfo | undefined;
  error: AppError | undefined;
}

/** The rules of the deployment's configuration, asked for once, and only where they say something. */
export function useDeploymentConfig(region: string, deployment: Deployment): DeploymentConfigState {
  const ref = { region, configName: deployment.deploymentConfigName ?? "" };
  const { data, error } = useQuery({
    ...deploymentConfigOptions(useAws().codeDeploy, ref),
    enabled: hasTellingConfig(deployment),
  });
  return { config: data, error: error ?? undefined };
}
