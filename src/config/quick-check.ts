import { JOINS } from "../aws-names/services.ts";
import { isRecord } from "../values/is-record.ts";
import { PATTERNS } from "./patterns.ts";
import type { SiteConfig } from "./schema.ts";

type Check = (value: unknown) => boolean;

const text =
  (pattern = /^/): Check =>
  (value) =>
    typeof value === "string" && pattern.test(value);

const list =
  (item: Check, least = 0): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(item);

/** An object with all of `needed` and some of `possible`, and nothing else. */
const object =
  (needed: Readonly<Record<string, Check>>, possible: Readonly<Record<string, Check>> = {}): Check =>
  (value) => {
    if (!isRecord(value)) return false;
    const known = new Map(Object.entries({ ...needed, ...possible }));
    return (
      Object.keys(needed).every((name) => Object.hasOwn(value, name)) &&
      Object.entries(value).every(([name, each]) => known.get(name)?.(each))
    );
  };

const endpoint = text(PATTERNS.endpoint);

const isGuest = object({ roleArn: text(PATTERNS.roleArn) }, { flow: text(PATTERNS.flow) });

const who = { authority: endpoint, clientId: text(PATTERNS.clientId) };
const scopes = { scopes: list(text(PATTERNS.scope), 1) };
const isCognito = object({ ...who, domain: text(PATTERNS.origin) }, scopes);
const isOtherIssuer = object(
  {
    ...who,
    metadata: object(
      { authorizationEndpoint: endpoint, tokenEndpoint: endpoint },
      { revocationEndpoint: endpoint, endSessionEndpoint: endpoint },
    ),
  },
  scopes,
);

const needed = { regions: list(text(PATTERNS.region), 1), identityPoolId: text(PATTERNS.identityPoolId) };
const possible = {
  $schema: text(),
  name: text(/^[^]{0,100}$/),
  joins: list((value) => JOINS.some((join) => join === value)),
  examples: list(
    object({ region: text(PATTERNS.region), deploymentId: text(/^[^]{1,100}$/), description: text() }),
  ),
};
/** Not for guests: see `checkAccess`. */
const actions = { actions: (value: unknown) => typeof value === "boolean" };
const emulator = { emulator: object({ endpoint: text(PATTERNS.loopback) }) };
const forGuests = object({ ...needed, guest: isGuest }, { ...possible, ...emulator });
const forUsers = object(
  { ...needed, signIn: (value) => isCognito(value) || isOtherIssuer(value) },
  { ...possible, ...actions },
);
const forTests = object(
  { ...needed, ...emulator, signIn: (value) => isCognito(value) || isOtherIssuer(value) },
  { ...possible, ...actions },
);

/**
 * Whether JSON is a valid `config.json`, in few bytes. It takes nothing that `parseConfig` does not take. What it does not
 * take may still be valid: `parseConfig` says so, and otherwise what is wrong with it.
 */
export function isSurelyValid(json: unknown): json is SiteConfig {
  if (forGuests(json) || forTests(json)) return true;
  // Tokens must not travel without TLS, except to an emulator on this machine.
  return forUsers(json) && !JSON.stringify(json).includes('"http:');
}
