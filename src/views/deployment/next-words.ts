import type { Deployment } from "../../domain/deployment.ts";
import { platformFacts } from "../../domain/platform.ts";
import { waiting } from "../../domain/waiting.ts";
import { formatMinutes } from "../../format/duration.ts";
import { waitingWords } from "./waiting-words.ts";

const UNKNOWN = "This page does not know what comes next.";

/** What happens next to a deployment that has not ended, in a sentence or two. */
export function nextWords(deployment: Deployment): string {
  const found = waiting(deployment);
  if (found.kind !== "work") return waitingWords(found)?.next ?? UNKNOWN;
  switch (platformFacts(deployment).platform) {
    case "Server":
      return "CodeDeploy goes on from instance to instance while enough of them stay healthy.";
    case "ECS":
      return ecsWords(deployment);
    case "Lambda":
      return "Traffic moves from the old to the new version of the function, at the pace of the deployment configuration.";
    case undefined:
      return UNKNOWN;
  }
}

/** For ECS, AWS never says that the termination wait has begun, so say beforehand that it comes. */
function ecsWords({ blueGreenDeploymentConfiguration }: Deployment): string {
  const traffic =
    "Traffic moves from the original to the replacement task set, at the pace of the deployment configuration.";
  const waitMinutes =
    blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess?.terminationWaitTimeInMinutes;
  if (!waitMinutes || !(waitMinutes > 0)) return traffic;
  return `${traffic} Then CodeDeploy waits ${formatMinutes(waitMinutes)} before it terminates the original task set; the status stays In progress meanwhile.`;
}
