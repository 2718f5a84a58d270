import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";

/** What a person can do to a deployment that goes on. */
export type LiveActionKind = "stop" | "stop-and-roll-back" | "reroute" | "end-wait";

/** What starts a new deployment in the group of one that has ended. */
export type NewDeploymentKind = "redeploy" | "roll-back-to" | "restart";

export type ActionKind = LiveActionKind | NewDeploymentKind;

/** In the order in which they are offered. */
export const LIVE_ACTION_KINDS: readonly LiveActionKind[] = [
  "reroute",
  "end-wait",
  "stop",
  "stop-and-roll-back",
];
const NEW_DEPLOYMENT_KINDS: readonly NewDeploymentKind[] = ["redeploy", "roll-back-to", "restart"];
export const ACTION_KINDS: readonly ActionKind[] = [...LIVE_ACTION_KINDS, ...NEW_DEPLOYMENT_KINDS];

/** Whether an action starts a new deployment. */
export function startsDeployment(kind: ActionKind): kind is NewDeploymentKind {
  return NEW_DEPLOYMENT_KINDS.some((other) => other === kind);
}

/**
 * An action as AWS's console calls it. The console's button for the end of the wait says what that does: it terminates.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-stop.html
 */
export function actionName(kind: ActionKind, deployment: Deployment): string {
  switch (kind) {
    case "stop":
      return "Stop deployment";
    case "stop-and-roll-back":
      return "Stop and roll back deployment";
    case "reroute":
      return "Reroute traffic";
    case "end-wait":
      return `Terminate ${originalNoun(deployment)}`;
    case "redeploy":
      return "Deploy this revision again";
    case "roll-back-to":
      return "Roll back to …";
    case "restart":
      return "Restart the application";
  }
}

/** What a blue/green deployment replaces: instances, or a task set. */
export function originalNoun(deployment: Deployment): string {
  return platformFacts(deployment).platform === "ECS" ? "original task set" : "original instances";
}

/** Where AWS says what an action does. */
export const ACTION_PAGES: Readonly<Record<ActionKind, string>> = {
  stop: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_StopDeployment.html",
  "stop-and-roll-back":
    "https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-rollback-and-redeploy.html",
  reroute: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ContinueDeployment.html",
  "end-wait": "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ContinueDeployment.html",
  redeploy: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html",
  "roll-back-to":
    "https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-rollback-and-redeploy.html",
  restart: "https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html",
};

/**
 * Whether a policy can narrow an IAM action to resources. AWS lists no resource type for these two: a statement with the ARN of a
 * deployment group would allow nothing, whatever a refusal names.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodedeploy.html
 */
export function canBeNarrowed(permission: string | undefined): boolean {
  return permission !== "codedeploy:StopDeployment" && permission !== "codedeploy:ContinueDeployment";
}

/** The IAM action that an action needs. */
export const ACTION_PERMISSIONS: Readonly<Record<ActionKind, string>> = {
  stop: "codedeploy:StopDeployment",
  "stop-and-roll-back": "codedeploy:StopDeployment",
  reroute: "codedeploy:ContinueDeployment",
  "end-wait": "codedeploy:ContinueDeployment",
  redeploy: "codedeploy:CreateDeployment",
  "roll-back-to": "codedeploy:CreateDeployment",
  restart: "codedeploy:CreateDeployment",
};
