import type { Deployment } from "./deployment.ts";
import { present } from "./present.ts";

/** Everything that AWS says about the status in words: the message list, and the deprecated member before it. */
export function statusMessages(deployment: Deployment): string[] {
  const { deploymentStatusMessages, additionalDeploymentStatusInfo } = deployment;
  const messages = present([...present(deploymentStatusMessages), additionalDeploymentStatusInfo]);
  return [...new Set(messages)].filter(Boolean);
}
