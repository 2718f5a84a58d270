import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import { rollback } from "../deployment/rollback.ts";

/** A state that an ended deployment leaves behind and that somebody should know of. */
export type Aftermath = "alias-split" | "instances-indeterminate";

/**
 * What a deployment that was stopped and not rolled back leaves behind.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-stop.html
 */
export function aftermath(deployment: Deployment): Aftermath | undefined {
  if (deployment.status !== "Stopped" || rollback(deployment)?.undoneById !== undefined) return undefined;
  const { platform } = platformFacts(deployment);
  if (platform === "Lambda") return "alias-split";
  return platform === "Server" ? "instances-indeterminate" : undefined;
}

/** Whether CloudFormation runs the deployment, so that stopping and rolling back is done there. */
export function isRunByCloudFormation({ creator }: Deployment): boolean {
  return (creator ?? "").toLowerCase().startsWith("cloudformation");
}
