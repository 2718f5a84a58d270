import { originsFor } from "../src/config/endpoints.ts";
import { oidcEndpoints } from "../src/config/oidc-endpoints.ts";
import type { Config } from "../src/config/schema.ts";

/**
 * To so many Regions' CodeDeploy connections are opened ahead, the first ones of config.json: each costs 5 kB of certificates. The
 * page itself opens the one that it needs as soon as it has the configuration.
 */
export const PRECONNECTED_REGIONS = 3;

/**
 * The header `Link` that has browsers open connections while the page itself is on its way: to where credentials come from, to where
 * tokens come from, and to CodeDeploy. The app's requests carry no cookies, so these are connections for such requests (`crossorigin`).
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Link
 */
export function preconnectLink(config: Config): string {
  // Local mode’s page asks its own host, to which there is a connection.
  if (config.local) return "";
  const aws = config.regions
    .slice(0, PRECONNECTED_REGIONS)
    .flatMap((region) => originsFor(config, "codedeploy", region));
  const tokens = config.signIn ? [new URL(oidcEndpoints(config.signIn).token).origin] : [];
  return linkTo([...new Set([...aws, ...tokens])]);
}

/** The same header for origins that are known already. */
export function linkTo(origins: readonly string[]): string {
  return origins.map((origin) => `<${origin}>; rel=preconnect; crossorigin`).join(", ");
}
