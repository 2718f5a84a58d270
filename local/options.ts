import { parseArgs } from "node:util";
import { isRegionName } from "../src/aws-names/regions.ts";

/** How local mode is started. */
export interface LocalOptions {
  /** A profile of the AWS CLI; the environment, or the default profile, without one. */
  readonly profile: string | undefined;
  /** Empty where the profile's own Region is meant. */
  readonly regions: readonly string[];
  /** Whether the page may stop, continue and create deployments. */
  readonly mayOperate: boolean;
  readonly port: number;
}

/** A fixed one, so that a browser remembers what it keeps for the page. */
export const DEFAULT_PORT = 4188;

/**
 * The ports at which browsers open no page, of those that need no rights of the administrator.
 *
 * @see https://fetch.spec.whatwg.org/#port-blocking
 */
export const BLOCKED_PORTS: readonly number[] = [
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10_080,
];

export const USAGE = `npm start -- --profile prod [--regions eu-west-1,us-east-1] [--operate] [--port ${DEFAULT_PORT}]
  --profile   a profile of the AWS CLI: SSO, role, keys, process
  --local     in place of --profile: the environment's credentials, or the default profile
  --regions   the Regions to show, with commas between them; the profile's own unless told otherwise
  --operate   lets the page stop, continue and create deployments; without it, it only reads
`;

const OWN = ["profile", "local", "regions", "operate"];

/**
 * What to say where npm has taken options of ours for its own, since no `--` stands in front of them: the demo would start in place of
 * what was meant. `undefined` where it has not.
 *
 * @param environment of the process, where npm writes what it took
 */
export function forgottenDashes(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const taken = OWN.filter((name) => environment[`npm_config_${name}`] !== undefined);
  if (environment["npm_lifecycle_event"] !== "start" || taken.length === 0) return undefined;
  return `npm has kept --${taken.join(", --")} for itself: two dashes in front hand it on, as in “npm start -- --profile prod”.`;
}

/** Whether the arguments of `npm start` ask for local mode rather than for the demo. */
export function wantsLocal(args: readonly string[]): boolean {
  return args.some((arg) => OWN.some((name) => arg === `--${name}` || arg.startsWith(`--${name}=`)));
}

/**
 * Reads the command line.
 *
 * @throws Error with a sentence for people
 */
export function readOptions(args: readonly string[]): LocalOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      profile: { type: "string" },
      local: { type: "boolean" },
      regions: { type: "string" },
      operate: { type: "boolean" },
      port: { type: "string" },
    },
  });
  const { profile, regions: list } = values;
  if (!profile && values.local !== true) throw new Error("Name a profile of the AWS CLI.");
  const regions = list === undefined ? [] : list.split(/[\s,]+/).filter(Boolean);
  const wrong = regions.find((region) => !isRegionName(region));
  if (wrong !== undefined || (list !== undefined && regions.length === 0)) {
    throw new Error("What --regions lists are names such as eu-west-1, with commas between them.");
  }
  const port = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error("--port takes a number.");
  if (BLOCKED_PORTS.includes(port)) throw new Error(`Browsers open no page at the port ${port}.`);
  return { profile, regions: [...new Set(regions)], mayOperate: values.operate === true, port };
}
