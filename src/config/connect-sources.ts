import { endpointsFor } from "./endpoints.ts";
import type { Config } from "./schema.ts";

/**
 * Every origin, besides its own, that the app may send requests to under a configuration; sorted, each once.
 * It is what the content security policy's `connect-src` has to allow, and nothing more.
 */
export function connectSources(config: Config): string[] {
  const origins = config.regions.flatMap((region) => {
    const { cognitoIdentity, sts, codeDeploy } = endpointsFor(config, region);
    return [cognitoIdentity, sts, codeDeploy];
  });
  return [...new Set(origins)].toSorted();
}
