import type {
  DeploymentConfigInfo,
  DeploymentConfigRef,
} from "../../codedeploy/settings/deployment-config.ts";
import type { Deployment, DeploymentAnswer, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import type { TargetPage, TargetPageInput, Target } from "../../codedeploy/targets/target.ts";
import type { TargetsInput } from "./batch-get-deployment-targets.ts";
import type { DeploymentsInput } from "./batch-get-deployments.ts";
import type { GroupInput } from "./list-deployments.ts";

/**
 * CodeDeploy as the rest of the app sees it. Every operation ends within 15 s, whatever hangs, and rejects
 * with an AppError; when `signal` aborts it rejects with the signal's reason.
 */
export interface CodeDeploy {
  /** @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeployment.html */
  getDeployment(ref: DeploymentRef, signal: AbortSignal): Promise<DeploymentAnswer>;
  /** A page of target ids, or that the deployment has not started. */
  listDeploymentTargets(input: TargetPageInput, signal: AbortSignal): Promise<TargetPage>;
  /** The details of at most 25 targets; those that AWS left out are missing. */
  batchGetDeploymentTargets(input: TargetsInput, signal: AbortSignal): Promise<Target[]>;
  /** The rules of a deployment configuration, which never change. */
  getDeploymentConfig(ref: DeploymentConfigRef, signal: AbortSignal): Promise<DeploymentConfigInfo>;
  /** The ids of a group's deployments: the first page, in practice the newest. */
  listDeployments(input: GroupInput, signal: AbortSignal): Promise<string[]>;
  /** At most 25 deployments, in no particular order. */
  batchGetDeployments(input: DeploymentsInput, signal: AbortSignal): Promise<Deployment[]>;
}
