import type { DeploymentCreator } from "@aws-sdk/client-codedeploy";
import { parseArn } from "../../aws-names/arn.ts";
import { distinct, present } from "../../values/lists.ts";
import type { Deployment } from "./deployment.ts";

/** @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentInfo.html */
const CREATORS: Readonly<Record<DeploymentCreator, string>> = {
  user: "A person, or a tool such as a pipeline, that called CreateDeployment",
  autoscaling: "Auto Scaling, for an instance that it launched",
  autoscalingTermination: "Auto Scaling, for an instance that it is terminating",
  codeDeployRollback: "CodeDeploy, to roll back another deployment",
  CodeDeploy: "CodeDeploy itself",
  CodeDeployAutoUpdate: "CodeDeploy, to update instances that were left on an older revision",
  CloudFormation: "CloudFormation, for a change to a stack",
  CloudFormationRollback: "CloudFormation, to roll back a change to a stack",
};

/** AWS itself writes `autoscaling` here and `autoScaling` there. */
const BY_LOWER_CASE: ReadonlyMap<string, string> = new Map(
  Object.entries(CREATORS).map(([creator, words]) => [creator.toLowerCase(), words]),
);

/** Who or what started a deployment, in words; a creator that nobody knows yet as AWS wrote it. */
export function creatorWords(creator: string | undefined): string | undefined {
  if (!creator) return undefined;
  return BY_LOWER_CASE.get(creator.toLowerCase()) ?? creator;
}

export interface RelatedDeployments {
  /** The deployment that this one completes, by updating instances that it left on an older revision. */
  rootId: string | undefined;
  /** Deployments that complete this one in the same way. */
  updateIds: string[];
}

/**
 * Links between a deployment and the automatic updates that followed it. AWS fills them in after the root has
 * ended; `undefined` while there are none.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_RelatedDeployments.html
 */
export function relatedDeployments({ relatedDeployments: sent }: Deployment): RelatedDeployments | undefined {
  const rootId = sent?.autoUpdateOutdatedInstancesRootDeploymentId || undefined;
  const updateIds = distinct(present(sent?.autoUpdateOutdatedInstancesDeploymentIds)).filter(
    (id) => id !== "",
  );
  return rootId === undefined && updateIds.length === 0 ? undefined : { rootId, updateIds };
}

const STACK = /^stack\/([A-Za-z0-9-]{1,128})\//;

/** The name in a CloudFormation stack id, which is what `externalId` holds; `undefined` for any other text. */
export function stackName(externalId: string): string | undefined {
  const arn = parseArn(externalId);
  return arn?.service === "cloudformation" ? STACK.exec(arn.resource)?.[1] : undefined;
}
