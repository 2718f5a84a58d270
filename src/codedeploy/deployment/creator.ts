import type { DeploymentCreator } from "@aws-sdk/client-codedeploy";
import type { Deployment } from "./deployment.ts";

/**
 * Who or what started a deployment, in lower case: AWS itself writes `autoscaling` here and `autoScaling` there, so
 * spellings are never compared as they came.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentInfo.html
 */
export type CreatorKind = Lowercase<DeploymentCreator>;

const ROLLBACKS: readonly CreatorKind[] = ["codedeployrollback", "cloudformationrollback"];
const CLOUDFORMATION: CreatorKind = "cloudformation";

/** The kind that a creator is of, as AWS wrote it; text that is no {@link CreatorKind} for one that nobody knows yet. */
export function creatorKind(creator: string | undefined): string {
  return (creator ?? "").toLowerCase();
}

/** Whether a creator starts deployments to undo others. */
export function isRollbackCreator(creator: string | undefined): boolean {
  const kind = creatorKind(creator);
  return ROLLBACKS.some((rollback) => rollback === kind);
}

/** Whether CloudFormation runs the deployment, so that stopping and rolling back is done there. */
export function isRunByCloudFormation({ creator }: Deployment): boolean {
  return creatorKind(creator).startsWith(CLOUDFORMATION);
}
