import type { DeploymentCreator } from "@aws-sdk/client-codedeploy";

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
