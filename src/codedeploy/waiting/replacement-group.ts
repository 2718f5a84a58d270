import type { Deployment } from "../deployment/deployment.ts";

/**
 * The name that CodeDeploy gives to the Auto Scaling group that it copies for a deployment; `undefined` while
 * a part of it is not known.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/integrations-aws-auto-scaling.html
 */
export function replacementGroup({ deploymentGroupName, deploymentId }: Deployment): string | undefined {
  return deploymentGroupName && deploymentId
    ? `CodeDeploy_${deploymentGroupName}_${deploymentId}`
    : undefined;
}
