import type { ErrorWords } from "../../errors/error-words.ts";
import { errorWords } from "../../errors/error-words.ts";
import { permissionStep } from "../../errors/refusal.ts";
import { lookUp } from "../../values/look-up.ts";
import { idsIn } from "../find/id-in-text.ts";
import type { ActionFailure } from "./action-outcome.ts";

/** Why an action was refused, in words. */
export interface RefusalWords extends ErrorWords {
  /** Another deployment that stands in the way, where AWS names it. */
  otherId: string | undefined;
}

const LOOK_AT_GROUP = "Look at the deployment group’s settings in the AWS console.";

/**
 * The errors that AWS's model names for these operations and that mean something else here than where a page is read, by type
 * name: what happened, as a heading; what it means; what to do.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_StopDeployment.html#API_StopDeployment_Errors
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ContinueDeployment.html#API_ContinueDeployment_Errors
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html#API_CreateDeployment_Errors
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
  DeploymentLimitExceededException: [
    "Another deployment of this group is running",
    "AWS deploys to a group one at a time.",
    "Wait until that one has ended, or stop it.",
  ],
  ApplicationDoesNotExistException: [
    "The application does not exist any more",
    "It was deleted after this deployment was created.",
    "Look for the application in the AWS console.",
  ],
  RevisionDoesNotExistException: [
    "The revision does not exist any more",
    "AWS knows no such revision of this application.",
    "Deploy another revision, or register this one again.",
  ],
  InvalidRevisionException: [
    "AWS does not take this revision",
    "Its form is not valid for this application.",
    "Deploy it as it was deployed first, for example by the pipeline.",
  ],
  RevisionRequiredException: [
    "The group has no revision",
    "AWS needs one for this deployment.",
    "Deploy a revision to the group first.",
  ],
  InvalidGitHubAccountTokenException: [
    "AWS may not read the GitHub repository",
    "The connection to GitHub that is stored with the application is not valid any more.",
    "Connect the application to GitHub again in the AWS console.",
  ],
  DeploymentConfigDoesNotExistException: [
    "The group’s deployment configuration does not exist any more",
    "It was deleted.",
    "Give the deployment group another one.",
  ],
  InvalidAutoScalingGroupException: [
    "An Auto Scaling group of the deployment group is not valid",
    "It does not exist any more, or the group names it wrongly.",
    LOOK_AT_GROUP,
  ],
  InvalidRoleException: [
    "The deployment group’s service role is not valid",
    "It may have been deleted, or lacks a permission that CodeDeploy needs.",
    LOOK_AT_GROUP,
  ],
  InvalidLoadBalancerInfoException: [
    "The deployment group’s load balancer is not valid",
    "The group names one that AWS cannot use.",
    LOOK_AT_GROUP,
  ],
  InvalidTrafficRoutingConfigurationException: [
    "The way in which traffic is routed is not valid",
    "The group’s deployment configuration does not fit it.",
    LOOK_AT_GROUP,
  ],
};

/** Refusals of a member of the request: what a deployment had need not fit its group any more. */
const OF_MEMBERS =
  /^(?:Invalid(?:TargetInstances|FileExistsBehavior|UpdateOutdatedInstancesOnlyValue|IgnoreApplicationStopFailuresValue|DeploymentConfigName|AlarmConfig|AutoRollbackConfig|ApplicationName|DeploymentGroupName)|AlarmsLimitExceeded|ApplicationNameRequired|DeploymentGroupNameRequired|DescriptionTooLong)Exception$/;

const NOT_TAKEN = [
  "AWS does not take a member of the request",
  "What this deployment had does not fit the group as it is today. AWS’s own words say which member.",
  "Start the deployment in the AWS console instead.",
] as const;

/** AWS has a limit for a group and others for an account; only of the first it names the deployment that runs. */
const LIMIT = "DeploymentLimitExceededException";
const OF_ACCOUNT = [
  "Too many deployments are running",
  "AWS runs one deployment of a group at a time, and a limited number in an account and Region.",
  "Wait until others have ended. AWS’s own words may say which limit it is.",
] as const;

/**
 * What kept an action from being done.
 *
 * @param ownId the deployment that was acted on, which AWS's message may name as well
 */
export function refusalWords(failure: ActionFailure, ownId?: string): RefusalWords {
  const { awsCode, detail } = failure;
  const otherId = idsIn(detail ?? "").find(({ deploymentId }) => deploymentId !== ownId)?.deploymentId;
  const own =
    awsCode === LIMIT && otherId === undefined
      ? OF_ACCOUNT
      : (lookUp(REFUSALS, awsCode) ?? (OF_MEMBERS.test(awsCode ?? "") ? NOT_TAKEN : undefined));
  if (own) {
    const [title, meaning, step] = own;
    return { title, meaning, steps: [step], otherId };
  }
  const words = errorWords(failure);
  if (failure.kind === "access-denied" && failure.wasSent) {
    const steps = [permissionStep(detail)];
    return { ...words, title: "Your role may not do this", steps, otherId: undefined };
  }
  if (failure.kind === "signed-out") {
    return {
      ...words,
      meaning: "They have expired or were revoked.",
      steps: ["Load the page again, look at the deployment, then decide anew: the page does not repeat it."],
      otherId: undefined,
    };
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
