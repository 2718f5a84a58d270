import type { AwsService } from "../aws-names/services.ts";
import { awsServices, joinsOf } from "../aws-names/services.ts";
import { keysOf } from "../values/look-up.ts";
import { endpointFor, identityPoolRegion } from "./endpoints.ts";
import { oidcEndpoints } from "./oidc-endpoints.ts";
import type { Config, SignInConfig } from "./schema.ts";

/**
 * Every origin, besides its own, that the app may send requests to under a configuration, each once: the AWS services
 * in their Regions, then where tokens come from. It is what the content security policy's `connect-src` has to allow,
 * and nothing more. Pages that one is led to, such as the sign-in, are not among them.
 */
export function connectSources(config: Config): string[] {
  if (config.local) return [];
  const services = keysOf(awsServices)
    .filter((service) => isAsked(config, service))
    .flatMap((service) => {
      const regions =
        awsServices[service].regions === "deployments" ? config.regions : [identityPoolRegion(config)];
      return regions.map((region) => endpointFor(config, service, region));
    });
  return [...new Set([...services, ...(config.signIn ? tokenOrigins(config.signIn) : [])])];
}

/** Whether a configuration makes the app ask a service: CodeDeploy and those of credentials always, others for a join. */
function isAsked({ joins = [] }: Pick<Config, "joins">, service: AwsService): boolean {
  const asking = joinsOf(service);
  return asking.length === 0 || asking.some((join) => joins.includes(join));
}

/** Codes, refresh tokens and revocations are sent with `fetch`. */
function tokenOrigins(signIn: SignInConfig): string[] {
  const { token, revocation = token } = oidcEndpoints(signIn);
  return [new URL(token).origin, new URL(revocation).origin];
}
