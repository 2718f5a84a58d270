import type { ComputePlatform, DeploymentReadyAction, DeploymentStatus } from "@aws-sdk/client-codedeploy";
import { formatMinutes } from "../../format/minutes.ts";
import { lookUp } from "../../values/look-up.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { overview } from "../deployment/overview.ts";
import { platformFacts } from "../deployment/platform.ts";

/** What becomes of a deployment that stays Ready until its wait is over. */
export type ReadyOutcome = "continue" | "stop" | "unknown";

/** What a deployment waits for, as far as GetDeployment tells. A length is in minutes; absent means not reported. */
export type Waiting =
  | { kind: "nothing" }
  | { kind: "start" }
  | { kind: "turn" }
  | { kind: "reroute"; outcome: ReadyOutcome; waitMinutes: number | undefined; maxHours: number | undefined }
  | { kind: "termination"; waitMinutes: number | undefined }
  | { kind: "bake" }
  | { kind: "provisioning"; autoScalingGroup: string | undefined }
  | { kind: "work" }
  | { kind: "unknown" };

const BY_STATUS: Readonly<Record<DeploymentStatus, (deployment: Deployment) => Waiting>> = {
  Created: () => ({ kind: "start" }),
  Queued: () => ({ kind: "turn" }),
  InProgress: waitingInProgress,
  Baking: () => ({ kind: "bake" }),
  Ready: waitingForReroute,
  Succeeded: () => ({ kind: "nothing" }),
  Failed: () => ({ kind: "nothing" }),
  Stopped: () => ({ kind: "nothing" }),
};

/**
 * What the deployment waits for now. GetDeployment does not tell when a wait began, and for ECS it never sets
 * the flag of the termination wait: only the targets show that one.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BlueGreenDeploymentConfiguration.html
 */
export function waiting(deployment: Deployment): Waiting {
  return lookUp(BY_STATUS, deployment.status)?.(deployment) ?? { kind: "unknown" };
}

function waitingInProgress(deployment: Deployment): Waiting {
  const blueGreen = deployment.blueGreenDeploymentConfiguration;
  const original = blueGreen?.terminateBlueInstancesOnDeploymentSuccess;
  if (deployment.instanceTerminationWaitTimeStarted === true && mayTerminateInstances(deployment)) {
    return { kind: "termination", waitMinutes: usableMinutes(original?.terminationWaitTimeInMinutes) };
  }
  const isCopyingFleet = blueGreen?.greenFleetProvisioningOption?.action === "COPY_AUTO_SCALING_GROUP";
  if (isCopyingFleet && overview(deployment).kind === "absent") {
    return { kind: "provisioning", autoScalingGroup: replacementGroup(deployment) };
  }
  return { kind: "work" };
}

/** The flag of the wait says nothing where there are no original instances, or they are kept. */
function mayTerminateInstances(deployment: Deployment): boolean {
  const { platform } = platformFacts(deployment);
  const original = deployment.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
  return (
    (platform === "Server" || platform === undefined) &&
    deployment.deploymentStyle?.deploymentType !== "IN_PLACE" &&
    original?.action !== "KEEP_ALIVE"
  );
}

/** How long a deployment may stay Ready where its settings give no shorter wait. */
const MAX_READY_HOURS: Readonly<Record<ComputePlatform, number | undefined>> = {
  Server: 48,
  ECS: 120,
  Lambda: undefined,
};

function waitingForReroute(deployment: Deployment): Waiting {
  const option = deployment.blueGreenDeploymentConfiguration?.deploymentReadyOption;
  const { platform } = platformFacts(deployment);
  return {
    kind: "reroute",
    outcome: lookUp(OUTCOMES, option?.actionOnTimeout) ?? "unknown",
    waitMinutes: usableMinutes(option?.waitTimeInMinutes),
    maxHours: platform && MAX_READY_HOURS[platform],
  };
}

const OUTCOMES: Readonly<Record<DeploymentReadyAction, ReadyOutcome>> = {
  CONTINUE_DEPLOYMENT: "continue",
  STOP_DEPLOYMENT: "stop",
};

interface WaitingWords {
  /** One sentence: what it waits for now; absent where the status says it. */
  now: string | undefined;
  /** What comes after that, or what to do. */
  next: string | undefined;
}

/** What a deployment waits for, in words; `undefined` when it waits for nothing that AWS names. */
export function waitingWords(wait: Waiting): WaitingWords | undefined {
  switch (wait.kind) {
    case "nothing":
    case "work":
    case "unknown":
      return undefined;
    case "start":
    case "turn":
      return { now: undefined, next: undefined };
    case "provisioning":
      return {
        now: "Waiting for the replacement Auto Scaling group.",
        next: "CodeDeploy copies the group and starts its instances. Then their counts appear.",
      };
    case "reroute":
      return { now: undefined, next: REROUTE[wait.outcome] };
    case "termination":
      return {
        now: "Waiting to terminate the original instances.",
        next: `${wait.waitMinutes === undefined ? "" : `The wait lasts ${formatMinutes(wait.waitMinutes)}. `}Until it is over, the original instances keep running.`,
      };
    case "bake":
      return {
        now: undefined,
        next: "AWS does not report how long the bake time is or when it began.",
      };
  }
}

export type Reroute = Extract<Waiting, { kind: "reroute" }>;

const REROUTE: Readonly<Record<ReadyOutcome, string>> = {
  continue: "Nobody has to do anything: CodeDeploy reroutes it by itself.",
  stop: "Reroute it in the AWS console, or with aws deploy continue-deployment.",
  unknown: "AWS does not report what happens when nobody reroutes it.",
};

/** A length in minutes that AWS sent, when it is one: a whole number, zero or more. */
export function usableMinutes(minutes: number | undefined): number | undefined {
  return typeof minutes === "number" && Number.isSafeInteger(minutes) && minutes >= 0 ? minutes : undefined;
}

/**
 * The name that CodeDeploy gives to the Auto Scaling group that it copies for a deployment; `undefined` while
 * a part of it is not known.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/integrations-aws-auto-scaling.html
 */
export function replacementGroup({ deploymentGroupName, deploymentId }: Deployment): string | undefined {
  return deploymentGroupName && deploymentId
    ? `CodeDeploy_${deploymentGroupName}_${deploymentId}`
    : undefined;
}
