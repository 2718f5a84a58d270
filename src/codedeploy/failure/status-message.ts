import type { Deployment } from "../deployment/deployment.ts";
import { present } from "../../values/present.ts";

/** Everything that AWS says about the status in words: the message list, and the deprecated member before it. */
export function statusMessages(deployment: Deployment): string[] {
  const { deploymentStatusMessages, additionalDeploymentStatusInfo } = deployment;
  const messages = present([...present(deploymentStatusMessages), additionalDeploymentStatusInfo]);
  return [...new Set(messages)].filter(Boolean);
}
