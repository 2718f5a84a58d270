import type { DeploymentGroupInfo } from "@aws-sdk/client-codedeploy";
import type { Plain } from "../deployment/deployment.ts";

/** What names a deployment group. */
export interface GroupRef {
  region: string;
  applicationName: string;
  deploymentGroupName: string;
}

/**
 * A deployment group as it is today, which may be another than when a deployment was created.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentGroupInfo.html
 */
export type DeploymentGroup = Plain<DeploymentGroupInfo>;

/** What names an application. */
export interface ApplicationRef {
  region: string;
  applicationName: string;
}

/** One page of a list of names or ids. */
export interface ListPage {
  items: string[];
  /** Where the list goes on; absent at its end. */
  nextToken: string | undefined;
}
