import { formatMinutes } from "../../format/minutes.ts";
import { lookUp } from "../../values/look-up.ts";
import { creatorKind } from "../deployment/creator.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { areAllFinished, overview } from "../deployment/overview.ts";
import { platformFacts } from "../deployment/platform.ts";
import { deploymentConfig } from "../settings/deployment-config.ts";
import type { Target } from "../targets/target.ts";
import { targetWaiting } from "./target-waiting.ts";
import { usableMinutes, waiting, waitingWords } from "./waiting.ts";

interface HappeningWords {
  /** Absent where the status says it. */
  now: string | undefined;
  /** What comes after that, or what to do. */
  next: string | undefined;
}

/** What goes on in a deployment that has not ended, and what comes next. */
export function happeningWords(deployment: Deployment, targets: readonly Target[]): HappeningWords {
  const found = waiting(deployment);
  if (found.kind === "work") {
    // For ECS only the targets tell it.
    const isOverButForOriginal =
      platformFacts(deployment).platform === "ECS" &&
      targetWaiting(deployment, targets)?.kind === "termination";
    if (isOverButForOriginal) return { now: "Waiting to terminate the original task set.", next: undefined };
    return workWords(deployment);
  }
  return waitingWords(found) ?? { now: undefined, next: undefined };
}

/** What there is to say where neither the deployment nor its targets tell what is waited for. */
export function nothingKnownWords(deployment: Deployment, targets: readonly Target[]): string | undefined {
  const { kind } = waiting(deployment);
  if (kind === "unknown") return "This page does not know what comes next.";
  const runs = targets.some(({ events }) => events.some(({ status }) => status === "InProgress"));
  if (kind !== "work" || runs) return undefined;
  return targets.length > 0
    ? "AWS reports no lifecycle event that runs now."
    : "No target is known so far, so what happens now is not known.";
}

/**
 * Work in progress, as far as GetDeployment tells: neither the event that the targets are at nor where the traffic is. The targets
 * say that, in lines of their own.
 */
function workWords(deployment: Deployment): HappeningWords {
  switch (platformFacts(deployment).platform) {
    case "Server":
      return { now: instancesWords(deployment), next: undefined };
    case "ECS":
      return { now: trafficWords("the task set", deployment), next: ecsTerminationWords(deployment) };
    case "Lambda":
      return { now: trafficWords("the version of the function", deployment), next: undefined };
    case undefined:
      return { now: "AWS does not say what kind of deployment this is.", next: undefined };
  }
}

/** How the traffic moves where one of AWS's own configurations says it, else what is replaced. */
function trafficWords(what: string, { deploymentConfigName }: Deployment): string {
  const isStandard = deploymentConfigName?.startsWith("CodeDeployDefault.") === true;
  const plan = isStandard ? deploymentConfig(deploymentConfigName)?.meaning : undefined;
  return plan ?? `CodeDeploy replaces ${what}.`;
}

/** Said of instances that have all finished, in a deployment that has not. */
export const ALL_FINISHED = "All instances have finished. CodeDeploy has not ended the deployment.";

/** How many instances AWS's own configurations take at a time. */
const PACES: Readonly<Record<"AllAtOnce" | "HalfAtATime" | "OneAtATime", string>> = {
  AllAtOnce: "all instances at once",
  HalfAtATime: "up to half of the instances at a time",
  OneAtATime: "one instance at a time",
};

function instancesWords(deployment: Deployment): string {
  if (areAllFinished(overview(deployment))) return ALL_FINISHED;
  const { deploymentConfigName, deploymentStyle, deploymentMode } = deployment;
  if (deploymentStyle?.deploymentType === "BLUE_GREEN") return "CodeDeploy replaces the instances.";
  const [, standard] = deploymentConfigName?.split(/^CodeDeployDefault\./) ?? [];
  const instances = (!isOfSome(deployment) && lookUp(PACES, standard)) || "the instances";
  const work = deploymentMode === "RESTART" ? "Restarts the application on" : "Deploys to";
  return `${work} ${instances}, while enough stay healthy.`;
}

/** Whether the deployment is for some instances of the group only. */
function isOfSome({ updateOutdatedInstancesOnly, creator }: Deployment): boolean {
  return updateOutdatedInstancesOnly === true || creatorKind(creator).startsWith("autoscaling");
}

/** For ECS, AWS never says that the termination wait has begun, so say beforehand that it comes. */
function ecsTerminationWords({ blueGreenDeploymentConfiguration }: Deployment): string | undefined {
  const option = blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
  const waitMinutes = usableMinutes(option?.terminationWaitTimeInMinutes);
  if (!waitMinutes || option?.action !== "TERMINATE") return undefined;
  return `When all traffic has moved, CodeDeploy waits ${formatMinutes(waitMinutes)} before it terminates the original task set. The status stays In progress meanwhile.`;
}
