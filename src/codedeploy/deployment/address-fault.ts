import type { DeploymentRef } from "./deployment.ts";
import { isDeploymentId } from "../../aws-names/deployment-id.ts";
import { isRegionName } from "../../aws-names/regions.ts";

/** Why an address cannot lead to a deployment, known without asking AWS. */
export type AddressFault = "invalid-id" | "invalid-region" | "region-not-served";

/**
 * What is wrong with the parts of an address; `undefined` when AWS may be asked. `regions` are those that
 * config.json allows.
 */
export function addressFault(
  { region, deploymentId }: DeploymentRef,
  regions: readonly string[],
): AddressFault | undefined {
  return isDeploymentId(deploymentId) ? regionFault(region, regions) : "invalid-id";
}

/** What is wrong with the Region of an address; `undefined` when AWS may be asked. */
export function regionFault(
  region: string,
  regions: readonly string[],
): Exclude<AddressFault, "invalid-id"> | undefined {
  if (regions.includes(region)) return undefined;
  return isRegionName(region) ? "region-not-served" : "invalid-region";
}
