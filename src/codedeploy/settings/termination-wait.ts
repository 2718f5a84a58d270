import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import { isFinished } from "../deployment/status.ts";

/** `unreliable`: AWS says that it has not started, and is known to say so for ECS throughout. */
export type TerminationWait = "started" | "not-started" | "unreliable";

/**
 * Whether the wait before the original instances are terminated has started; `undefined` where AWS's flag says
 * nothing: it is sent as `false` also where there is no such wait, and once the deployment has ended.
 *
 * @see https://github.com/aws/containers-roadmap/issues/269
 */
export function terminationWait(deployment: Deployment): TerminationWait | undefined {
  const { instanceTerminationWaitTimeStarted: hasStarted, status } = deployment;
  if (hasStarted) return "started";
  const after = deployment.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
  if (hasStarted !== false || after?.action !== "TERMINATE" || isFinished(status)) return undefined;
  return platformFacts(deployment).platform === "ECS" ? "unreliable" : "not-started";
}
