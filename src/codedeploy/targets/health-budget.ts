import type { MinimumHealthyHostsType } from "@aws-sdk/client-codedeploy";
import type { DeploymentConfigInfo } from "../settings/deployment-config.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { lookUp } from "../../values/look-up.ts";
import { areAllFinished, countOf, overview } from "../deployment/overview.ts";
import { platformFacts } from "../deployment/platform.ts";
import { isFinished } from "../deployment/status.ts";

/** How many instances may still fail. All numbers are whole and not negative. */
export interface HealthBudget {
  total: number;
  /** The fewest instances that must be healthy. */
  minimumHealthy: number;
  failed: number;
  /** With so many more failures CodeDeploy fails the deployment; 0 when it has got there. */
  failuresLeft: number;
}

/**
 * How many more failed instances fail a deployment in place. CodeDeploy stops as soon as the number of healthy
 * instances has fallen to the minimum (a percentage is rounded up); with a minimum of 0, when not one has
 * succeeded. Two things it does that no answer shows: instances that were unhealthy before count as failures
 * from the start, and a failure of the very last instance is forgiven.
 *
 * `undefined` where it cannot be computed: for replacement fleets, whose size is not reported apart; zonal
 * configurations, which have a minimum per zone; `MOST_CONCURRENCY` (one at a time); and unreported counts. Nor once all have finished:
 * none can fail any more.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/instances-health.html#minimum-healthy-hosts
 */
export function healthBudget(deployment: Deployment, config: DeploymentConfigInfo): HealthBudget | undefined {
  if (!isRunningInPlace(deployment) || config.zonalConfig) return undefined;
  const counted = overview(deployment);
  const failed = countOf(counted, "Failed");
  if (counted.kind === "absent" || counted.unusable.length > 0 || failed === undefined) return undefined;
  if (areAllFinished(counted)) return undefined;
  const { total } = counted;
  const minimumHealthy = minimumOf(config, total);
  if (minimumHealthy === undefined || total === 0) return undefined;
  const failuresLeft = Math.max(0, total - minimumHealthy - failed);
  return { total, minimumHealthy, failed, failuresLeft };
}

function isRunningInPlace(deployment: Deployment): boolean {
  const isInPlace = deployment.deploymentStyle?.deploymentType === "IN_PLACE";
  return isInPlace && platformFacts(deployment).platform === "Server" && !isFinished(deployment.status);
}

const MINIMA: Readonly<
  Record<MinimumHealthyHostsType, (value: number, total: number) => number | undefined>
> = {
  HOST_COUNT: (value) => value,
  FLEET_PERCENT: (value, total) => (value <= 100 ? Math.ceil((total * value) / 100) : undefined),
};

function minimumOf({ minimumHealthyHosts }: DeploymentConfigInfo, total: number): number | undefined {
  const { type, value } = minimumHealthyHosts ?? {};
  if (value === undefined || !Number.isSafeInteger(value) || value < 0) return undefined;
  return lookUp(MINIMA, type)?.(value, total);
}
