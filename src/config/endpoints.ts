import type { Config } from "./schema.ts";

/** The origins that the app talks to, besides its own. */
export interface Endpoints {
  cognitoIdentity: string;
  sts: string;
  codeDeploy: string;
}

/** Partitions whose hosts do not end in `amazonaws.com`, by the start of their Regions' names. */
const SUFFIXES: readonly (readonly [prefix: string, suffix: string])[] = [
  ["cn-", "amazonaws.com.cn"],
  ["eusc-", "amazonaws.eu"],
];

/**
 * Where each service answers for deployments in `region`. Derived, never configured: the only address that
 * config.json may hold is a local emulator's, which plays all three.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/codedeploy.html
 */
export function endpointsFor(config: Config, region: string): Endpoints {
  if (config.emulator) {
    const emulator = config.emulator.endpoint.replace(/\/$/, "");
    return { cognitoIdentity: emulator, sts: emulator, codeDeploy: emulator };
  }
  const poolRegion = identityPoolRegion(config);
  return {
    cognitoIdentity: origin("cognito-identity", poolRegion),
    sts: origin("sts", poolRegion),
    codeDeploy: origin("codedeploy", region),
  };
}

/** The origins without which no deployment in `region` can be asked for: CodeDeploy's, and those that credentials come from. */
export function originsFor(config: Config, region: string): string[] {
  const { sts, ...needed } = endpointsFor(config, region);
  return [...Object.values(needed), ...(config.guest ? [sts] : [])];
}

/** The Region that the identity pool lives in, which need not be the deployment's. */
export function identityPoolRegion(config: Config): string {
  return config.identityPoolId.slice(0, config.identityPoolId.indexOf(":"));
}

function origin(service: string, region: string): string {
  const suffix = SUFFIXES.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "amazonaws.com";
  return `https://${service}.${region}.${suffix}`;
}
