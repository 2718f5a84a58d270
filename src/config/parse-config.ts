import * as v from "valibot";
import type { Config, ParsedConfig, SignInConfig } from "./schema.ts";
import { isRecord } from "../values/is-record.ts";
import { ConfigSchema, LocalSchema, REQUIRED } from "./schema.ts";

/** A configuration, or everything that stands in its way. */
export type ConfigResult = { config: Config } | { fault: ConfigFault };

const FOUND_LENGTH = 60;

/**
 * Checks the text of `config.json` against the schema. All problems are named at once, each by its JSON path.
 * Nothing is thrown.
 *
 * @param hostname where the page is; absent where a file is checked
 */
export function parseConfig(text: string, hostname?: string): ConfigResult {
  if (/^\s*</.test(text)) return { fault: { kind: "html" } };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { fault: { kind: "not-json", detail: error instanceof Error ? error.message : String(error) } };
  }
  if (isRecord(json) && Object.hasOwn(json, "local")) return parseLocal(json, hostname);
  const result = v.safeParse(ConfigSchema, json);
  if (result.success) {
    const checked = checkAccess(result.output);
    return "config" in checked ? checked : { fault: { kind: "invalid", problems: checked.problems } };
  }
  return { fault: { kind: "invalid", problems: result.issues.map(problemFrom) } };
}

/** The one address of local mode's server, by both of its names. */
const LOOPBACK = /^(?:127\.0\.0\.1|localhost)$/;

function parseLocal(json: object, hostname: string | undefined): ConfigResult {
  const result = v.safeParse(LocalSchema, json);
  const problems = (result.issues ?? []).map(problemFrom);
  if (hostname !== undefined && !LOOPBACK.test(hostname)) {
    const expected = "no such key: npm start -- --profile has it, on the machine that it runs on";
    problems.unshift({ path: "$.local", expected });
  }
  return result.success && problems.length === 0
    ? { config: result.output }
    : { fault: { kind: "invalid", problems } };
}

function problemFrom(issue: v.BaseIssue<unknown>): ConfigProblem {
  const path = `$${(issue.path ?? []).map(({ key }) => pathStep(key)).join("")}`;
  const found = issue.input === undefined ? undefined : shorten(JSON.stringify(issue.input) ?? "");
  return { path, expected: expectation(issue, path), ...(found !== undefined && { found }) };
}

function expectation(issue: v.BaseIssue<unknown>, path: string): string {
  if (issue.kind === "validation") return issue.message;
  if (issue.expected === "never") return "no such key; is it misspelt?";
  if (issue.received === "undefined") return REQUIRED[path] ?? "a value: this key is required";
  return issue.expected === null ? issue.message : (PLAIN[issue.expected] ?? issue.expected);
}

/** Valibot's type names in words. */
const PLAIN: Readonly<Record<string, string>> = {
  string: "text in double quotes",
  Array: "a list in square brackets",
  Object: "an object in braces",
  boolean: "true or false",
};

function pathStep(key: unknown): string {
  if (typeof key === "number") return `[${key}]`;
  return typeof key === "string" && /^[\w$]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

function shorten(text: string): string {
  return text.length <= FOUND_LENGTH ? text : `${text.slice(0, FOUND_LENGTH)}…`;
}

/**
 * Checks what ties the keys about access to each other: one way in, with the addresses that it needs.
 *
 * @returns the configuration, or all that is wrong with it
 */
function checkAccess({
  signIn,
  guest,
  ...rest
}: ParsedConfig): { config: Config } | { problems: ConfigProblem[] } {
  if (signIn && guest) {
    const expected = "one of signIn and guest, not both: with a guest, nobody would need to sign in";
    return { problems: [{ path: "$.guest", expected }] };
  }
  if (guest && rest.actions) {
    const expected =
      "false, or signIn in place of guest: everybody who can open the page could stop deployments";
    return { problems: [{ path: "$.actions", expected, found: "true" }] };
  }
  if (guest) return { config: { ...rest, guest } };
  if (!signIn) {
    const expected = "signIn (people sign in) or guest (everybody who can open the page is let in)";
    return { problems: [{ path: "$", expected }] };
  }
  const problems = [...missingEndpoints(signIn), ...(rest.emulator ? [] : plainAddresses(signIn))];
  return problems.length > 0 ? { problems } : { config: { ...rest, signIn } };
}

function missingEndpoints({ domain, metadata }: SignInConfig): ConfigProblem[] {
  if ((domain === undefined) !== (metadata === undefined)) return [];
  const expected =
    "domain (the sign-in address of a Cognito user pool) or metadata (the endpoints of another issuer), one of them";
  return [{ path: "$.signIn", expected }];
}

/** Tokens must not travel without TLS, except to an emulator on this machine. */
function plainAddresses({ authority, domain, metadata }: SignInConfig): ConfigProblem[] {
  const addresses = { authority, domain, ...prefixed(metadata ?? {}) };
  return Object.entries(addresses).flatMap(([name, address]) =>
    address?.startsWith("http:")
      ? [{ path: `$.signIn.${name}`, expected: "an https address", found: JSON.stringify(address) }]
      : [],
  );
}

function prefixed(metadata: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(metadata).map(([name, address]) => [`metadata.${name}`, address]));
}

/** One thing that is wrong in `config.json`. */
export interface ConfigProblem {
  /** Where, as a JSON path: `$.regions[0]`. */
  path: string;
  /** What belongs there. */
  expected: string;
  /** What is there, as short JSON; absent when nothing is. */
  found?: string;
}

/** Why there is no configuration to work with. */
export type ConfigFault =
  | { kind: "missing" }
  | { kind: "html" }
  | { kind: "not-json"; detail: string }
  | { kind: "unreachable"; detail: string }
  | { kind: "invalid"; problems: ConfigProblem[] };
