import { formatMinutes } from "../../format/duration.ts";
import { lookUp } from "../../values/look-up.ts";
import { creatorKind } from "../deployment/creator.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import { usableMinutes, waiting, waitingWords } from "./waiting.ts";

interface HappeningWords {
  now: string;
  /** What comes after that, or what to do. */
  next: string | undefined;
}

/** What goes on in a deployment that has not ended, and what comes next. */
export function happeningWords(deployment: Deployment): HappeningWords {
  const found = waiting(deployment);
  if (found.kind === "work") return workWords(deployment);
  return waitingWords(found) ?? { now: "This page does not know what comes next.", next: undefined };
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
      return {
        now: "CodeDeploy replaces the task set, as the deployment configuration says.",
        next: ecsTerminationWords(deployment),
      };
    case "Lambda":
      return {
        now: "CodeDeploy replaces the version of the function, as the deployment configuration says.",
        next: undefined,
      };
    case undefined:
      return { now: "AWS does not say what kind of deployment this is.", next: undefined };
  }
}

/** How many instances AWS's own configurations take at a time. */
const PACES: Readonly<Record<"AllAtOnce" | "HalfAtATime" | "OneAtATime", string>> = {
  AllAtOnce: "all instances at once",
  HalfAtATime: "up to half of the instances at a time",
  OneAtATime: "one instance at a time",
};

function instancesWords(deployment: Deployment): string {
  const { deploymentConfigName, deploymentStyle, deploymentMode } = deployment;
  if (deploymentStyle?.deploymentType === "BLUE_GREEN") return "CodeDeploy replaces the instances.";
  const [, standard] = deploymentConfigName?.split(/^CodeDeployDefault\./) ?? [];
  const instances = (!isOfSome(deployment) && lookUp(PACES, standard)) || "the instances";
  const work = deploymentMode === "RESTART" ? "restarts the application on" : "deploys to";
  return `CodeDeploy ${work} ${instances}, as long as enough of them stay healthy.`;
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
  return `Then CodeDeploy waits ${formatMinutes(waitMinutes)} before it terminates the original task set. The status stays In progress meanwhile.`;
}
