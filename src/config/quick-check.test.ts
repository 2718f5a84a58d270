import { toJsonSchema } from "@valibot/to-json-schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseConfig } from "./parse-config.ts";
import { isSurelyValid } from "./quick-check.ts";
import { ConfigSchema } from "./schema.ts";

const base = {
  regions: ["eu-west-1", "us-gov-west-1"],
  identityPoolId: "eu-west-1:12345678-90ab-cdef-1234-567890abcdef",
};
const guest = { roleArn: "arn:aws:iam::123456789012:role/DeploywatchGuest" };
const cognito = {
  authority: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
  clientId: "1h57kf5cpq17m0eml12EXAMPLE",
  domain: "https://acme.auth.eu-west-1.amazoncognito.com",
};
const issuer = {
  authority: "https://login.example.com",
  clientId: "deploywatch",
  metadata: {
    authorizationEndpoint: "https://login.example.com/authorize",
    tokenEndpoint: "https://login.example.com/token",
    revocationEndpoint: "https://login.example.com/revoke",
    endSessionEndpoint: "https://login.example.com/logout",
  },
  scopes: ["openid", "email"],
};
const extras = {
  $schema: "./config.schema.json",
  name: "Acme deployments",
  joins: ["alarms", "ecs", "targetHealth", "revisions", "logs", "autoScaling"],
  examples: [{ region: "us-east-1", deploymentId: "d-74D35AS7C", description: "Fails" }],
};
const emulator = { endpoint: "http://127.0.0.1:4566" };
const local = { ...cognito, authority: "http://127.0.0.1:4567/pool", domain: "http://127.0.0.1:4567" };

const VALID = [
  { ...base, guest },
  { ...base, ...extras, guest: { ...guest, flow: "classic" }, emulator },
  { ...base, signIn: cognito },
  { ...base, ...extras, signIn: issuer },
  { ...base, signIn: local, emulator },
  { ...base, signIn: cognito, actions: true },
  { ...base, signIn: local, emulator, actions: false },
];

test.each(VALID)("a valid configuration needs nothing but the quick check: %j", (config) => {
  expect(isSurelyValid(config)).toBe(true);
  expect(parseConfig(JSON.stringify(config))).toEqual({ config });
});

test("every key of the schema is among what the quick check is tried with", () => {
  const { properties = {} } = toJsonSchema(ConfigSchema, { target: "draft-07" });
  const tried = new Set(VALID.flatMap((config) => placesIn(config).map(({ name }) => name)));
  const keys = namesIn(properties);
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.filter((key) => !tried.has(key))).toEqual([]);
});

/** The names of all properties of a JSON Schema's `properties`, at any depth. */
function namesIn(properties: object): string[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const { properties: own = {}, items = {} } = Object(schema);
    return [name, namesIn(own), namesIn(Object(items).properties ?? {})].flat();
  });
}

test.each([
  { ...base },
  { ...base, guest, signIn: cognito },
  { ...base, signIn: local },
  { ...base, signIn: { ...cognito, ...issuer } },
  { ...base, signIn: { authority: cognito.authority, clientId: "a" } },
  { ...base, guest, regions: [] },
  { ...base, guest, actions: true },
  { ...base, guest, emulator, actions: true },
  { ...base, signIn: cognito, actions: "true" },
  { ...base, guest, emulator: { endpoint: "https://evil.example" } },
  { ...base, guest, gest: guest },
])("an invalid one does not pass it: %j", (config) => {
  expect(isSurelyValid(config)).toBe(false);
  expect(parseConfig(JSON.stringify(config))).toHaveProperty("fault.kind", "invalid");
});

/** What may stand in the place of a value: another of the same place, something near to it, or anything. */
const other = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    "",
    "x".repeat(101),
    "eu-west-1\n",
    "http://localhost:1",
    "http://login.example.com",
    "https://evil.example/?x=1",
    "https://[::1]:8/",
    guest.roleArn,
    "enhanced",
    [],
    {},
    null,
  ),
  fc.constantFrom<unknown>(guest, cognito, issuer, local, emulator, extras.examples),
);

/** A configuration of which some values are replaced, left out or joined by others. */
const nearlyValid = fc
  .record({
    config: fc.constantFrom(...VALID),
    changes: fc.array(
      fc.record({ at: fc.nat(), put: fc.option(other, { nil: undefined }), key: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  })
  .map(({ config, changes }) => {
    const changed: unknown = JSON.parse(JSON.stringify(config));
    for (const { at, put: shared, key } of changes) {
      const put = structuredClone(shared);
      const places = placesIn(changed);
      const place = places[at % places.length];
      if (place && key) place.holder["another"] = put;
      else if (place) place.holder[place.name] = put;
    }
    return JSON.stringify(changed);
  });

/** Every member and item at any depth. */
function placesIn(value: unknown): { holder: Record<string, unknown>; name: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const holder: Record<string, unknown> = Object(value);
  return Object.keys(holder).flatMap((name) => {
    const inside = placesIn(holder[name]);
    return [{ holder, name }].concat(inside);
  });
}

test("whatever passes the quick check, the whole check takes as it is", () => {
  let passed = 0;
  fc.assert(
    fc.property(nearlyValid, (text) => {
      const json: unknown = JSON.parse(text);
      if (!isSurelyValid(json)) return;
      passed += 1;
      expect(parseConfig(text)).toEqual({ config: json });
    }),
    { numRuns: 3_000 },
  );
  expect(passed).toBeGreaterThan(100);
});
