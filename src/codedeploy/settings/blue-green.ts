import type {
  DeploymentReadyAction,
  GreenFleetProvisioningAction,
  InstanceAction,
} from "@aws-sdk/client-codedeploy";
import type { Deployment } from "../deployment/deployment.ts";
import { deploymentConfig } from "./deployment-config.ts";
import { loadBalancers } from "./load-balancers.ts";
import { lookUp } from "../../values/look-up.ts";
import { platformFacts } from "../deployment/platform.ts";
import { replacementGroup } from "../waiting/replacement-group.ts";
import { usableMinutes } from "../waiting/usable-minutes.ts";

/** What happens in a blue/green deployment, in this order. A wait is in minutes, `undefined` when not sent. */
export type BlueGreenStep =
  | { step: "copy-group"; groupName: string | undefined }
  | { step: "discover-instances" }
  | { step: "start-task-set" }
  | { step: "test-traffic" }
  /** Somebody has to reroute the traffic within the wait, or the deployment stops. */
  | { step: "wait-for-reroute"; waitMinutes: number | undefined }
  | { step: "reroute"; isAtOnce: boolean; how: string | undefined }
  | { step: "terminate-original"; waitMinutes: number | undefined }
  | { step: "keep-original" }
  /** An action that nobody knows yet. */
  | { step: "unknown"; stage: BlueGreenStage; action: string };

type BlueGreenStage = "provisioning" | "rerouting" | "the original";

/**
 * The timeline that `blueGreenDeploymentConfiguration` sets; empty when there is nothing to say. Stages that
 * AWS sent no action for are left out.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BlueGreenDeploymentConfiguration.html
 */
export function blueGreenSteps(deployment: Deployment): BlueGreenStep[] {
  const options = deployment.blueGreenDeploymentConfiguration;
  if (!options || deployment.deploymentStyle?.deploymentType === "IN_PLACE") return [];
  const timeline = [
    ...act("provisioning", PROVISIONING, options.greenFleetProvisioningOption?.action, deployment),
    ...act("rerouting", READY, options.deploymentReadyOption?.actionOnTimeout, deployment),
    ...act("the original", ORIGINAL, options.terminateBlueInstancesOnDeploymentSuccess?.action, deployment),
  ];
  return timeline.length === 0 ? [] : [...taskSetSteps(deployment), ...timeline];
}

type Act = (deployment: Deployment) => BlueGreenStep[];

const PROVISIONING: Readonly<Record<GreenFleetProvisioningAction, Act>> = {
  COPY_AUTO_SCALING_GROUP: (deployment) => [{ step: "copy-group", groupName: replacementGroup(deployment) }],
  DISCOVER_EXISTING: () => [{ step: "discover-instances" }],
};

const READY: Readonly<Record<DeploymentReadyAction, Act>> = {
  CONTINUE_DEPLOYMENT: (deployment) => [{ step: "reroute", isAtOnce: true, how: shift(deployment) }],
  STOP_DEPLOYMENT: (deployment) => [
    {
      step: "wait-for-reroute",
      waitMinutes: usableMinutes(
        deployment.blueGreenDeploymentConfiguration?.deploymentReadyOption?.waitTimeInMinutes,
      ),
    },
    { step: "reroute", isAtOnce: false, how: shift(deployment) },
  ],
};

const ORIGINAL: Readonly<Record<InstanceAction, Act>> = {
  TERMINATE: ({ blueGreenDeploymentConfiguration: options }) => [
    {
      step: "terminate-original",
      waitMinutes: usableMinutes(
        options?.terminateBlueInstancesOnDeploymentSuccess?.terminationWaitTimeInMinutes,
      ),
    },
  ],
  KEEP_ALIVE: () => [{ step: "keep-original" }],
};

function act<Action extends string>(
  stage: BlueGreenStage,
  table: Readonly<Record<Action, Act>>,
  action: string | undefined,
  deployment: Deployment,
): BlueGreenStep[] {
  if (!action) return [];
  return lookUp(table, action)?.(deployment) ?? [{ step: "unknown", stage, action }];
}

/** ECS brings its replacement up by itself, and can give it test traffic first. */
function taskSetSteps(deployment: Deployment): BlueGreenStep[] {
  if (platformFacts(deployment).platform !== "ECS") return [];
  const hasTestListener = loadBalancers(deployment)?.pairs.some(
    ({ testListeners }) => testListeners.length > 0,
  );
  return [{ step: "start-task-set" }, ...(hasTestListener ? [{ step: "test-traffic" } as const] : [])];
}

/** ECS and Lambda move the traffic in the steps of the configuration. */
function shift(deployment: Deployment): string | undefined {
  const { platform } = platformFacts(deployment);
  if (platform !== "ECS" && platform !== "Lambda") return undefined;
  return deploymentConfig(deployment.deploymentConfigName)?.meaning;
}
