import { shortText } from "../../format/text.ts";
import { lookUp } from "../../values/look-up.ts";
import type { CreatorKind } from "./creator.ts";
import { creatorKind } from "./creator.ts";

/** Apart from the kinds, which the first screen needs: these words come later. */
const WORDS: Readonly<Record<CreatorKind, string>> = {
  user: "A person, or a tool such as a pipeline, that called CreateDeployment",
  autoscaling: "Auto Scaling, for an instance that it launched",
  autoscalingtermination: "Auto Scaling, for an instance that it is terminating",
  codedeployrollback: "CodeDeploy, to roll back another deployment",
  codedeploy: "CodeDeploy itself",
  codedeployautoupdate: "CodeDeploy, to update instances that were left on an older revision",
  cloudformation: "CloudFormation, for a change to a stack",
  cloudformationrollback: "CloudFormation, to roll back a change to a stack",
};

/** Who or what started a deployment, in words; a creator that nobody knows yet as AWS wrote it. */
export function creatorWords(creator: string | undefined): string | undefined {
  return lookUp(WORDS, creatorKind(creator)) ?? (creator || undefined);
}

const PHRASES: Readonly<Record<CreatorKind, string>> = {
  user: "a person or a tool",
  autoscaling: "Auto Scaling",
  autoscalingtermination: "Auto Scaling",
  codedeployrollback: "CodeDeploy’s rollback",
  codedeploy: "CodeDeploy",
  codedeployautoupdate: "CodeDeploy’s automatic update",
  cloudformation: "CloudFormation",
  cloudformationrollback: "CloudFormation’s rollback",
};

/** Who or what started a deployment, in a word or two for "started by …"; `undefined` where AWS does not say it. */
export function creatorPhrase(creator: string | undefined): string | undefined {
  return lookUp(PHRASES, creatorKind(creator)) ?? (creator ? shortText(creator, 40) : undefined);
}
