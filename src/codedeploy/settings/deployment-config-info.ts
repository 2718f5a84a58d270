import type { DeploymentConfigInfo as WireConfig } from "@aws-sdk/client-codedeploy";
import type { Plain } from "../deployment/deployment.ts";

/**
 * The rules of a deployment configuration as plain data. `minimumHealthyHosts.type` is `MOST_CONCURRENCY` in
 * the answer for `CodeDeployDefault.OneAtATime`, which is not in AWS's enum.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentConfigInfo.html
 */
export type DeploymentConfigInfo = Plain<WireConfig>;

/** What names a configuration: its name is unique per Region and account only. */
export interface DeploymentConfigRef {
  region: string;
  configName: string;
}
