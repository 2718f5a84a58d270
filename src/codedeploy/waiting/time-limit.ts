import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import { timing } from "../deployment/timing.ts";

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
