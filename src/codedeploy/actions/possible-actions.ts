import { isRunByCloudFormation } from "../deployment/creator.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import { isBeforeStart, statusFacts } from "../deployment/status.ts";
import type { LifecycleEvent } from "../targets/lifecycle-event.ts";
import type { Target } from "../targets/target.ts";
import { targetWaiting } from "../waiting/target-waiting.ts";
import { revisionOf } from "../revision/revision.ts";
import type { ActionKind, LiveActionKind, NewDeploymentKind } from "./action.ts";
import { ACTION_KINDS, startsDeployment } from "./action.ts";

/** Why an action is not possible now. */
export interface Obstacle {
  /** One or two sentences. */
  reason: string;
  /**
   * Whether people look for the action in this state, so that its absence is explained where it would stand. Other actions
   * are left out without a word.
   */
  isWorthSaying: boolean;
}

/** An action that is possible, or one of which it is said why it is not. */
export interface ActionOffer {
  kind: ActionKind;
  obstacle: Obstacle | undefined;
}

/** The actions that are offered for a deployment as it stands, or explained. */
export function actionOffers(deployment: Deployment, targets: readonly Target[]): ActionOffer[] {
  return ACTION_KINDS.flatMap((kind) => {
    const obstacle = obstacleTo(kind, deployment, targets);
    return obstacle?.isWorthSaying === false ? [] : [{ kind, obstacle }];
  });
}

/**
 * What stands in the way of an action; `undefined` where it is possible. Decided by the deployment's status, its platform, its
 * creator and what it waits for. There is no action that skips the steps of a canary or linear shift: AWS has none.
 *
 * @param targets those whose details are known
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-stop.html
 */
export function obstacleTo(
  kind: ActionKind,
  deployment: Deployment,
  targets: readonly Target[],
): Obstacle | undefined {
  if (startsDeployment(kind)) return obstacleToNew(kind, deployment);
  const { word, isFinished } = statusFacts(deployment.status);
  if (isFinished) return unsaid(`The deployment has ended: ${word}.`);
  if (!deployment.status) return unsaid("AWS sent no status for this deployment.");
  if (isRunByCloudFormation(deployment)) {
    return {
      reason:
        "CloudFormation runs this deployment. Cancel the update of its stack instead: CodeDeploy does not stop it.",
      isWorthSaying: kind === "stop",
    };
  }
  return OBSTACLES[kind](deployment, targets);
}

/**
 * A new deployment is started once the one that is shown has ended: AWS deploys to a group one at a time. Only a restart needs no
 * revision, and only instances that are deployed to in place know one.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html
 */
function obstacleToNew(kind: NewDeploymentKind, deployment: Deployment): Obstacle | undefined {
  const { applicationName, deploymentGroupName, deploymentStyle, status } = deployment;
  if (!statusFacts(status).isFinished) return unsaid("The deployment has not ended.");
  if (isRunByCloudFormation(deployment)) {
    return {
      reason: "CloudFormation runs this deployment. Update its stack instead.",
      isWorthSaying: kind === "redeploy",
    };
  }
  if (!applicationName || !deploymentGroupName) return unsaid("AWS names no application and group.");
  if (kind === "restart") {
    const isInPlace = deploymentStyle?.deploymentType !== "BLUE_GREEN";
    return platformFacts(deployment).platform === "Server" && isInPlace
      ? undefined
      : unsaid("Only instances that are deployed to in place can be restarted.");
  }
  const { kind: revisionKind = "unknown" } = revisionOf(deployment.revision) ?? {};
  return kind === "redeploy" && revisionKind === "unknown"
    ? unsaid("AWS names no revision that this page knows.")
    : undefined;
}

const OBSTACLES: Readonly<
  Record<LiveActionKind, (deployment: Deployment, targets: readonly Target[]) => Obstacle | undefined>
> = {
  stop: () => undefined,
  "stop-and-roll-back": obstacleToRollback,
  reroute: ({ status, deploymentStyle }) => {
    if (deploymentStyle?.deploymentType === "IN_PLACE")
      return unsaid("An in-place deployment reroutes no traffic.");
    return status === "Ready"
      ? undefined
      : unsaid("Traffic can be rerouted while the deployment is Ready. It is not.");
  },
  "end-wait": (deployment, targets) =>
    targetWaiting(deployment, targets)?.kind === "termination"
      ? undefined
      : unsaid("The deployment does not wait to terminate anything now."),
};

/** @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html */
function obstacleToRollback(deployment: Deployment, targets: readonly Target[]): Obstacle | undefined {
  if (isBeforeStart(deployment.status)) {
    return unsaid("The deployment has not started: there is nothing to roll back.");
  }
  if (platformFacts(deployment).platform === "ECS" && isBeforeInstall(targets)) {
    return {
      reason: "AWS cannot roll back during BeforeInstall: the replacement task set does not exist then.",
      isWorthSaying: true,
    };
  }
  return undefined;
}

/** Whether no target is further than BeforeInstall. Without a known target it may be. */
function isBeforeInstall(targets: readonly Target[]): boolean {
  return targets.length > 0 && targets.every(({ events }) => events.length > 0 && events.every(isNotBeyond));
}

function isNotBeyond({ name, status }: LifecycleEvent): boolean {
  return name === "BeforeInstall" ? status !== "Succeeded" : status === "Pending" || status === undefined;
}

function unsaid(reason: string): Obstacle {
  return { reason, isWorthSaying: false };
}
