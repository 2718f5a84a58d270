import type { ComputePlatform, DeploymentReadyAction, DeploymentStatus } from "@aws-sdk/client-codedeploy";
import type { Deployment } from "../deployment/deployment.ts";
import { lookUp } from "../../values/look-up.ts";
import { overview } from "../deployment/overview.ts";
import { platformFacts } from "../deployment/platform.ts";
import { replacementGroup } from "./replacement-group.ts";
import { usableMinutes } from "./usable-minutes.ts";

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
  if (deployment.instanceTerminationWaitTimeStarted === true) {
    const waitMinutes = usableMinutes(
      blueGreen?.terminateBlueInstancesOnDeploymentSuccess?.terminationWaitTimeInMinutes,
    );
    return { kind: "termination", waitMinutes };
  }
  const isCopyingFleet = blueGreen?.greenFleetProvisioningOption?.action === "COPY_AUTO_SCALING_GROUP";
  if (isCopyingFleet && overview(deployment).kind === "absent") {
    return { kind: "provisioning", autoScalingGroup: replacementGroup(deployment) };
  }
  return { kind: "work" };
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
