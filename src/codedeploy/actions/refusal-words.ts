import type { ErrorWords } from "../../errors/error-words.ts";
import { errorWords } from "../../errors/error-words.ts";
import { lookUp } from "../../values/look-up.ts";
import { idsIn } from "../find/id-in-text.ts";
import type { ActionFailure } from "./action-outcome.ts";

/** Why an action was refused, in words. */
export interface RefusalWords extends ErrorWords {
  /** Another deployment that stands in the way, where AWS names it. */
  otherId: string | undefined;
}

/**
 * The errors that AWS's model names for these operations and that mean something else here than where a page is read, by type
 * name: what happened, as a heading; what it means; what to do.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_StopDeployment.html#API_StopDeployment_Errors
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ContinueDeployment.html#API_ContinueDeployment_Errors
 */
const REFUSALS: Readonly<Record<string, readonly [title: string, meaning: string, step: string]>> = {
  DeploymentAlreadyCompletedException: [
    "The deployment has already ended",
    "It ended before AWS received this.",
    "Look at its status: the page reads it anew.",
  ],
  DeploymentDoesNotExistException: [
    "AWS finds no such deployment",
    "It was deleted, with its application or its deployment group.",
    "Look for the application in the AWS console.",
  ],
  DeploymentGroupDoesNotExistException: [
    "The deployment group does not exist any more",
    "It was deleted after this deployment was created.",
    "Look for the application in the AWS console.",
  ],
  UnsupportedActionForDeploymentTypeException: [
    "AWS does not do this with a deployment of this type",
    "The deployment's platform or type does not know this action.",
    "Use what made the deployment, for example the pipeline or the stack.",
  ],
  DeploymentIsNotInReadyStateException: [
    "The deployment is not Ready",
    "It was not Ready any more, or not yet, when AWS received this.",
    "Look at its status: the page reads it anew.",
  ],
  InvalidDeploymentStatusException: [
    "The deployment's status does not allow this",
    "It changed before AWS received this.",
    "Look at its status: the page reads it anew.",
  ],
  InvalidDeploymentWaitTypeException: [
    "The deployment does not wait for this",
    "The wait had ended, or had not begun, when AWS received this.",
    "Look at what it waits for: the page reads it anew.",
  ],
};

/** What kept an action from being done. */
export function refusalWords(failure: ActionFailure): RefusalWords {
  const { awsCode, detail } = failure;
  const otherId = idsIn(detail ?? "")[0]?.deploymentId;
  const own = lookUp(REFUSALS, awsCode);
  if (own) {
    const [title, meaning, step] = own;
    return { title, meaning, steps: [step], otherId };
  }
  const words = errorWords(failure);
  if (failure.kind === "access-denied" && failure.wasSent) {
    return { ...words, title: "Your role may not do this", steps: [ASK], otherId: undefined };
  }
  if (failure.kind === "throttled") {
    return {
      ...words,
      steps: ["Wait a little, then do it again: the page does not repeat it."],
      otherId: undefined,
    };
  }
  return { ...words, otherId };
}

const ASK = "Ask whoever runs this site to allow it in your role’s policy.";
