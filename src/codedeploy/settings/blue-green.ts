import type {
  ComputePlatform,
  DeploymentReadyAction,
  GreenFleetProvisioningAction,
  InstanceAction,
} from "@aws-sdk/client-codedeploy";
import { formatMinutes } from "../../format/minutes.ts";
import { lookUp } from "../../values/look-up.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import { isFinished } from "../deployment/status.ts";
import { replacementGroup, usableMinutes } from "../waiting/waiting.ts";
import { deploymentConfig } from "./deployment-config.ts";
import { loadBalancers } from "./load-balancers.ts";

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

/**
 * `unreliable`: AWS says that it has not started, and is known to say so for ECS throughout. `contradicted`: AWS says that it has
 * started, and the settings keep the original.
 */
export type TerminationWait = "started" | "not-started" | "unreliable" | "contradicted";

/**
 * Whether the wait before the original instances are terminated has started; `undefined` where AWS's flag says
 * nothing: it is sent as `false` also where there is no such wait, and once the deployment has ended.
 *
 * @see https://github.com/aws/containers-roadmap/issues/269
 */
export function terminationWait(deployment: Deployment): TerminationWait | undefined {
  const { instanceTerminationWaitTimeStarted: hasStarted, status } = deployment;
  const after = deployment.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
  if (hasStarted && after?.action === "KEEP_ALIVE") return "contradicted";
  if (isFinished(status)) return undefined;
  if (hasStarted) return "started";
  if (hasStarted !== false || after?.action !== "TERMINATE") return undefined;
  return platformFacts(deployment).platform === "ECS" ? "unreliable" : "not-started";
}

/** What the original is, and whether it is many. */
const ORIGINALS: Readonly<Record<ComputePlatform, string>> = {
  Server: "The original instances are",
  ECS: "The original task set is",
  Lambda: "The original version is",
};

/** One step of a blue/green deployment as a sentence or two. */
export function stepWords(step: BlueGreenStep, platform: ComputePlatform | undefined): string {
  const original = platform ? ORIGINALS[platform] : "The original is";
  switch (step.step) {
    case "copy-group":
      return "New instances are provisioned by copying the Auto Scaling group.";
    case "discover-instances":
      return "The revision is deployed to replacement instances that exist already or are added by hand.";
    case "start-task-set":
      return "A replacement task set is started beside the original.";
    case "test-traffic":
      return "Test traffic reaches the replacement through the test listener.";
    case "wait-for-reroute":
      return `The deployment becomes Ready and waits${upTo(step.waitMinutes)} for somebody to reroute the traffic. If nobody does, it stops.`;
    case "reroute":
      return [
        step.isAtOnce
          ? "Traffic is rerouted as soon as the replacement is ready."
          : "Traffic is rerouted to the replacement.",
        ...(step.how === undefined ? [] : [step.how]),
      ].join(" ");
    case "terminate-original":
      return `${original} terminated${afterwards(step.waitMinutes)}.`;
    case "keep-original":
      return `${original} kept running, without production traffic.`;
    case "unknown":
      return `For ${step.stage}, AWS names an action that this version of the page does not know:`;
  }
}

/** What AWS says about the wait before the original is terminated. */
export const TERMINATION_WAIT_WORDS: Readonly<Record<TerminationWait, string>> = {
  started: "The wait before termination has started.",
  "not-started": "The wait before termination has not started.",
  contradicted:
    "AWS reports that the wait before termination has started. That contradicts its settings, which keep the original.",
  unreliable:
    "AWS reports that the wait before termination has not started. For ECS it is known to report so throughout.",
};

function upTo(waitMinutes: number | undefined): string {
  return waitMinutes === undefined || waitMinutes === 0 ? "" : ` up to ${formatMinutes(waitMinutes)}`;
}

function afterwards(waitMinutes: number | undefined): string {
  if (waitMinutes === undefined) return "; AWS reports no wait before that";
  return waitMinutes === 0 ? " as soon as the traffic has moved" : ` ${formatMinutes(waitMinutes)} later`;
}
