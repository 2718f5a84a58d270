import { useQuery } from "@tanstack/react-query";
import type { AppError } from "../errors/app-error.ts";
import type { DeploymentConfigInfo } from "../codedeploy/settings/deployment-config.ts";
import { hasTellingConfig } from "../codedeploy/settings/deployment-config.ts";
import type { Deployment } from "../codedeploy/deployment/deployment.ts";
import { useDeployments } from "./deployments-context.ts";

export interface DeploymentConfigState {
  /** Absent while it is asked for, and where it would say nothing. */
  config: DeploymentConfigInfo | undefined;
  error: AppError | undefined;
}

/** The rules of the deployment's configuration, asked for once, and only where they say something. */
export function useDeploymentConfig(region: string, deployment: Deployment): DeploymentConfigState {
  const configName = deployment.deploymentConfigName ?? "";
  const { data, error } = useQuery({
    ...useDeployments().config({ region, configName }),
    enabled: hasTellingConfig(deployment),
  });
  return { config: data, error: error ?? undefined };
}
