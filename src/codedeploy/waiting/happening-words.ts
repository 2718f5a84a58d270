import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import { usableMinutes } from "./usable-minutes.ts";
import { waiting } from "./waiting.ts";
import { formatMinutes } from "../../format/duration.ts";
import { waitingWords } from "./waiting-words.ts";

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

function workWords(deployment: Deployment): HappeningWords {
  switch (platformFacts(deployment).platform) {
    case "Server":
      return {
        now: "CodeDeploy deploys to instance after instance, as long as enough of them stay healthy.",
        next: undefined,
      };
    case "ECS":
      return {
        now: "Traffic moves from the original to the replacement task set, as the deployment configuration says.",
        next: ecsTerminationWords(deployment),
      };
    case "Lambda":
      return {
        now: "Traffic moves from the old to the new version of the function, as the deployment configuration says.",
        next: undefined,
      };
    case undefined:
      return { now: "CodeDeploy is at work.", next: undefined };
  }
}

/** For ECS, AWS never says that the termination wait has begun, so say beforehand that it comes. */
function ecsTerminationWords({ blueGreenDeploymentConfiguration }: Deployment): string | undefined {
  const option = blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
  const waitMinutes = usableMinutes(option?.terminationWaitTimeInMinutes);
  if (!waitMinutes) return undefined;
  return `Then CodeDeploy waits ${formatMinutes(waitMinutes)} before it terminates the original task set. The status stays In progress meanwhile.`;
}
