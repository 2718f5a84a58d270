import { partitionOf } from "../aws-names/partitions.ts";
import type { AwsService } from "../aws-names/services.ts";
import { awsServices } from "../aws-names/services.ts";
import type { Config, SiteConfig } from "./schema.ts";

/**
 * The origin where a service answers in a Region. Derived, never configured: the only address that config.json may
 * hold is a local emulator's, which plays all services.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/codedeploy.html
 */
export function endpointFor(
  { emulator, local }: Pick<Config, "regions" | "emulator" | "local">,
  service: AwsService,
  region: string,
): string {
  // The server of local mode reads service and Region from the path: see local/asked-operation.ts.
  if (local) return `${location.origin}/aws/${service}/${region}/`;
  if (emulator) return emulator.endpoint.replace(/\/$/, "");
  return `https://${awsServices[service].host}.${region}.${partitionOf(region).dnsSuffix}`;
}

/** The origins without which a service cannot be asked in `region`: its own, and those that credentials come from. */
export function originsFor(config: Config, service: AwsService, region: string): string[] {
  if (config.local) return [location.origin];
  const poolRegion = identityPoolRegion(config);
  return [
    endpointFor(config, "cognito-identity", poolRegion),
    endpointFor(config, service, region),
    ...(config.guest ? [endpointFor(config, "sts", poolRegion)] : []),
  ];
}

/** The Region that the identity pool lives in, which need not be the deployment's. */
export function identityPoolRegion(config: Pick<SiteConfig, "identityPoolId">): string {
  return config.identityPoolId.slice(0, config.identityPoolId.indexOf(":"));
}
