import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import { isBeforeStart, isFinished } from "../deployment/status.ts";
import type { LifecycleEvent } from "../targets/lifecycle-event.ts";
import type { Target } from "../targets/target.ts";
import { waiting } from "./waiting.ts";

/**
 * One stage of an EC2 blue/green deployment. `waiting`: it is at a stage in which nothing is done; `ended`: it failed or was stopped there;
 * `never`: it came to an end before.
 */
export interface BlueGreenStage {
  name: string;
  state: "done" | "current" | "waiting" | "ahead" | "ended" | "never";
}

type StageKey = "provision" | "install" | "ready" | "reroute" | "terminate";

const NAMES: Readonly<Record<StageKey, string>> = {
  provision: "Provision instances",
  install: "Install",
  ready: "Wait to reroute",
  reroute: "Reroute traffic",
  terminate: "Wait to terminate",
};

const WAITS: ReadonlySet<StageKey> = new Set(["ready", "terminate"]);

/** Events of the replacement and of the original instances that begin once the traffic is rerouted. */
const REROUTING = /^(Before|After)?(Allow|Block)Traffic$/;

/**
 * The stages that an EC2 blue/green deployment goes through by its settings, and where it is; `undefined` for any other
 * deployment, and where what AWS sent does not tell.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-create-console-ec2-blue-green.html
 */
export function blueGreenStages(
  deployment: Deployment,
  targets: readonly Target[],
): BlueGreenStage[] | undefined {
  if (platformFacts(deployment).platform !== "Server") return undefined;
  if (deployment.deploymentStyle?.deploymentType !== "BLUE_GREEN") return undefined;
  const keys = plannedStages(deployment);
  const now = keys.indexOf(currentStage(deployment, targets));
  const isOver = isFinished(deployment.status);
  const stateOf = (key: StageKey, index: number): BlueGreenStage["state"] => {
    if (deployment.status === "Succeeded" || index < now) return "done";
    if (index > now || isBeforeStart(deployment.status)) return isOver ? "never" : "ahead";
    if (isOver) return "ended";
    return WAITS.has(key) ? "waiting" : "current";
  };
  return keys.map((key, index) => ({ name: NAMES[key], state: stateOf(key, index) }));
}

function plannedStages({
  blueGreenDeploymentConfiguration: settings,
  ...deployment
}: Deployment): StageKey[] {
  const keys: StageKey[] = ["install", "reroute"];
  if (settings?.greenFleetProvisioningOption?.action === "COPY_AUTO_SCALING_GROUP") keys.unshift("provision");
  const hasToBeRerouted = settings?.deploymentReadyOption?.actionOnTimeout === "STOP_DEPLOYMENT";
  if (hasToBeRerouted || deployment.status === "Ready") keys.splice(keys.indexOf("reroute"), 0, "ready");
  if (settings?.terminateBlueInstancesOnDeploymentSuccess?.action === "TERMINATE") keys.push("terminate");
  return keys;
}

function currentStage(deployment: Deployment, targets: readonly Target[]): StageKey {
  const { kind } = waiting(deployment);
  if (kind === "provisioning") return "provision";
  if (kind === "reroute") return "ready";
  if (kind === "termination") return "terminate";
  const hasInstances = deployment.deploymentOverview !== undefined || targets.length > 0;
  if (isFinished(deployment.status) && !hasInstances && plannedStages(deployment).includes("provision"))
    return "provision";
  const events = targets.flatMap((target) => target.events);
  const rerouting = events.filter(({ name }) => REROUTING.test(name));
  if (rerouting.some(hasBegun)) return "reroute";
  if (!isFinished(deployment.status) || !isInstalled(events)) return "install";
  return plannedStages(deployment).includes("ready") ? "ready" : "reroute";
}

/** An event that was skipped when the deployment ended never began. */
function hasBegun({ status }: LifecycleEvent): boolean {
  return status !== undefined && status !== "Pending" && status !== "Skipped";
}

/** Whether all that comes before the rerouting has succeeded, on every instance that reports it. */
function isInstalled(events: readonly LifecycleEvent[]): boolean {
  const installing = events.filter(({ name }) => !REROUTING.test(name));
  return installing.length > 0 && installing.every(({ status }) => status === "Succeeded");
}
