import { formatMinutes } from "../../format/duration.ts";
import { lookUp } from "../../values/look-up.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import { timing } from "../deployment/timing.ts";
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
      return { now: "CodeDeploy is at work.", next: undefined };
  }
}

/** How AWS's own configurations go about instances. */
const PACES: Readonly<Record<"AllAtOnce" | "HalfAtATime" | "OneAtATime", string>> = {
  AllAtOnce: "CodeDeploy deploys to all instances at once.",
  HalfAtATime:
    "CodeDeploy deploys to up to half of the instances at a time, as long as enough of them stay healthy.",
  OneAtATime: "CodeDeploy deploys to one instance at a time, as long as enough of them stay healthy.",
};

function instancesWords({ deploymentConfigName, deploymentStyle }: Deployment): string {
  if (deploymentStyle?.deploymentType === "BLUE_GREEN") return "CodeDeploy replaces the instances.";
  const [, standard] = /^CodeDeployDefault\.(\w+)$/.exec(deploymentConfigName ?? "") ?? [];
  return (
    lookUp(PACES, standard) ?? "CodeDeploy deploys to the instances, as long as enough of them stay healthy."
  );
}

/** For ECS, AWS never says that the termination wait has begun, so say beforehand that it comes. */
function ecsTerminationWords({ blueGreenDeploymentConfiguration }: Deployment): string | undefined {
  const option = blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
  const waitMinutes = usableMinutes(option?.terminationWaitTimeInMinutes);
  if (!waitMinutes) return undefined;
  return `Then CodeDeploy waits ${formatMinutes(waitMinutes)} before it terminates the original task set. The status stays In progress meanwhile.`;
}

const HOUR_MS = 3_600_000;

/** The longest that CodeDeploy lets such a deployment run. */
export interface TimeLimit {
  hours: number;
  /** When it is reached, in epoch milliseconds. */
  atMs: number;
}

/**
 * When CodeDeploy's own limit ends a deployment in progress: 8 hours in place, 109 hours EC2 blue/green, 50
 * hours Lambda. `undefined` where AWS documents none, or the beginning is not known.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html
 */
export function timeLimit(deployment: Deployment): TimeLimit | undefined {
  const { span } = timing(deployment);
  const hours = limitHours(deployment);
  if (deployment.status !== "InProgress" || span.kind !== "running" || hours === undefined) return undefined;
  return { hours, atMs: span.sinceMs + hours * HOUR_MS };
}

function limitHours(deployment: Deployment): number | undefined {
  const { platform } = platformFacts(deployment);
  if (platform === "Lambda") return 50;
  if (platform !== "Server") return undefined;
  const type = deployment.deploymentStyle?.deploymentType;
  if (type === "IN_PLACE") return 8;
  return type === "BLUE_GREEN" ? 109 : undefined;
}
