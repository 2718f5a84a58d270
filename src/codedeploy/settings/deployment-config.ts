import type { ComputePlatform, DeploymentConfigInfo as WireConfig } from "@aws-sdk/client-codedeploy";
import { lookUp } from "../../values/look-up.ts";
import type { Deployment, Plain } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import { isFinished } from "../deployment/status.ts";
import type { Explained } from "./explain.ts";

const PREFIX = "CodeDeployDefault.";

type StandardConfig =
  | "AllAtOnce"
  | "HalfAtATime"
  | "OneAtATime"
  | "LambdaAllAtOnce"
  | `LambdaCanary10Percent${"5" | "10" | "15" | "30"}Minutes`
  | `LambdaLinear10PercentEvery${"1Minute" | "2Minutes" | "3Minutes" | "10Minutes"}`
  | "ECSAllAtOnce"
  | `ECSCanary10Percent${"5" | "15"}Minutes`
  | `ECSLinear10PercentEvery${"1" | "3"}Minutes`;

/** @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html */
const MEANINGS: Readonly<Record<StandardConfig, string>> = {
  AllAtOnce: "As many instances as possible at once. Succeeds if at least one of them succeeds.",
  HalfAtATime: "Up to half of the instances at a time. Succeeds if at least half of them succeed.",
  OneAtATime: "One instance at a time. Fails when one fails, unless it is the last of several.",
  LambdaAllAtOnce: "All traffic moves to the new function version at once.",
  LambdaCanary10Percent5Minutes: canary(5),
  LambdaCanary10Percent10Minutes: canary(10),
  LambdaCanary10Percent15Minutes: canary(15),
  LambdaCanary10Percent30Minutes: canary(30),
  LambdaLinear10PercentEvery1Minute: linear(1),
  LambdaLinear10PercentEvery2Minutes: linear(2),
  LambdaLinear10PercentEvery3Minutes: linear(3),
  LambdaLinear10PercentEvery10Minutes: linear(10),
  ECSAllAtOnce: "All traffic moves to the new task set at once.",
  ECSCanary10Percent5Minutes: canary(5),
  ECSCanary10Percent15Minutes: canary(15),
  ECSLinear10PercentEvery1Minutes: linear(1),
  ECSLinear10PercentEvery3Minutes: linear(3),
};

/**
 * What a deployment configuration does: the standard ones explained, a custom one named as such, since
 * GetDeployment does not send its rules.
 */
export function deploymentConfig(name: string | undefined): Explained | undefined {
  if (!name) return undefined;
  if (!name.startsWith(PREFIX)) {
    return { word: name, meaning: "A custom configuration; its rules are not part of this answer." };
  }
  const meaning = lookUp(MEANINGS, name.slice(PREFIX.length));
  return { word: name, ...(meaning !== undefined && { meaning }) };
}

function canary(minutes: number): string {
  return `10% of the traffic first, the other 90% after ${minutes} minutes.`;
}

function linear(minutes: number): string {
  return `10% more of the traffic every ${minutes === 1 ? "minute" : `${minutes} minutes`}, until all has moved.`;
}

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

const TELLS: Readonly<Record<ComputePlatform, (deployment: Deployment) => boolean>> = {
  // How many may still fail: only of interest while some still may, and only computed in place.
  Server: ({ status, deploymentStyle }) =>
    !isFinished(status) && deploymentStyle?.deploymentType === "IN_PLACE",
  ECS: hasTrafficSteps,
  Lambda: hasTrafficSteps,
};

/** @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentConfig.html */
const NAME = /^[\w+=,.@-]{1,100}$/;

/** Whether the rules of the deployment's configuration would tell anything that the page shows. */
export function hasTellingConfig(deployment: Deployment): boolean {
  const { deploymentConfigName } = deployment;
  // AWS would only refuse another name, and the browser put that on the console.
  if (!NAME.test(deploymentConfigName ?? "")) return false;
  return lookUp(TELLS, platformFacts(deployment).platform)?.(deployment) ?? false;
}

/** The standard configurations that move all traffic at once say so in their name. */
function hasTrafficSteps({ deploymentConfigName }: Deployment): boolean {
  return !/^CodeDeployDefault\.(?:ECS|Lambda)AllAtOnce$/.test(deploymentConfigName ?? "");
}
