import { describe, expect, test } from "vitest";
import { parseConfig } from "./parse-config.ts";

const valid = {
  $schema: "./config.schema.json",
  name: "Acme deployments",
  regions: ["eu-west-1", "us-east-1"],
  identityPoolId: "eu-west-1:12345678-90ab-cdef-1234-567890abcdef",
  guest: { roleArn: "arn:aws:iam::123456789012:role/DeploywatchGuest" },
};

const parse = (value: unknown) => parseConfig(JSON.stringify(value));
const problems = (value: unknown) => {
  const result = parse(value);
  return "fault" in result && result.fault.kind === "invalid" ? result.fault.problems : [];
};

describe("a valid config.json", () => {
  test("is taken as it is", () => {
    expect(parse(valid)).toEqual({ config: valid });
  });

  test.each(["http://127.0.0.1:4566", "http://localhost:4566/", "http://[::1]:4566"])(
    "may name a local emulator at %s",
    (endpoint) => {
      expect(parse({ ...valid, emulator: { endpoint } })).toHaveProperty(
        "config.emulator.endpoint",
        endpoint,
      );
    },
  );
});

describe("a faulty config.json", () => {
  test("has all its problems named at once, each with its path, what belongs there and what is there", () => {
    expect(
      problems({
        regions: ["eu-west-1", "Ireland"],
        guest: { rolArn: 7 },
        emulator: { endpoint: "https://evil.example" },
      }),
    ).toEqual([
      { path: "$.regions[1]", expected: expect.stringContaining("eu-west-1"), found: '"Ireland"' },
      { path: "$.identityPoolId", expected: expect.stringContaining("required") },
      { path: "$.guest.roleArn", expected: expect.stringContaining("the ARN of an IAM role") },
      { path: "$.guest.rolArn", expected: expect.stringContaining("no such key"), found: '"rolArn"' },
      {
        path: "$.emulator.endpoint",
        expected: expect.stringContaining("127.0.0.1"),
        found: '"https://evil.example"',
      },
    ]);
  });

  test.each([
    ["http://127.0.0.1.evil.example:80"],
    ["http://10.0.0.1:4566"],
    ["http://localhost:4566/path?x=1"],
    ["https://codedeploy.us-east-1.amazonaws.com"],
  ])("may not point the app at %s", (endpoint) => {
    expect(problems({ ...valid, emulator: { endpoint } })).toHaveLength(1);
  });

  const { guest, ...open } = valid;
  const signIn = {
    authority: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
    clientId: "1h57kf5cpq17m0eml12EXAMPLE",
    domain: "https://acme.auth.eu-west-1.amazoncognito.com",
  };

  test("needs one way in, and no more than one", () => {
    expect(parse({ ...open, signIn })).toEqual({ config: { ...open, signIn } });
    expect(problems(open)).toEqual([{ path: "$", expected: expect.stringContaining("signIn") }]);
    expect(problems({ ...open, guest, signIn })).toEqual([
      { path: "$.guest", expected: expect.stringContaining("not both") },
    ]);
  });

  test("may not let guests act, and says why", () => {
    expect(problems({ ...valid, actions: true })).toEqual([
      {
        path: "$.actions",
        expected: expect.stringContaining("everybody who can open the page could stop deployments"),
        found: "true",
      },
    ]);
    expect(problems({ ...valid, actions: false })).toEqual([]);
    expect(problems({ ...open, signIn, actions: true })).toEqual([]);
    expect(problems({ ...open, signIn, actions: "yes" })).toEqual([
      { path: "$.actions", expected: "true or false", found: '"yes"' },
    ]);
  });

  test.each([{ flow: "enhanced", roleArn: guest.roleArn }, { flow: "enhanced" }, {}])(
    "may not give guests the enhanced flow, and says why: %j",
    (asked) => {
      const found = problems({ ...open, guest: asked });
      expect(found.length).toBeGreaterThan(0);
      for (const { path, expected } of found) {
        expect(path).toMatch(/^\$\.guest\.(?:flow|roleArn)$/);
        expect(expected).toContain("the session policy of the enhanced flow denies CodeDeploy to guests");
      }
    },
  );

  test("needs the endpoints of the issuer, by one of two keys", () => {
    const bare = { authority: signIn.authority, clientId: signIn.clientId };
    const metadata = {
      authorizationEndpoint: "https://login.example.com/authorize",
      tokenEndpoint: "https://login.example.com/oauth/token",
    };
    expect(problems({ ...open, signIn: bare })).toMatchObject([{ path: "$.signIn" }]);
    expect(problems({ ...open, signIn: { ...signIn, metadata } })).toMatchObject([{ path: "$.signIn" }]);
    expect(problems({ ...open, signIn: { ...bare, metadata } })).toEqual([]);
  });

  test.each([
    { domain: "https://acme.example/path" },
    { domain: "https://acme.example; script-src *" },
    { domain: "https://user@acme.example" },
    { domain: "javascript:alert(1)" },
    { authority: "https://acme.example/pool?x=1" },
    { clientId: "a client" },
    { clientSecret: "s3cret" },
    { scopes: ["openid email"] },
  ])("may not sign people in with %j", (change) => {
    expect(problems({ ...open, signIn: { ...signIn, ...change } })).toHaveLength(1);
  });

  test("may name addresses without TLS beside an emulator only", () => {
    const plain = { ...signIn, authority: "http://127.0.0.1:4566/pool", domain: "http://127.0.0.1:4567" };
    expect(problems({ ...open, signIn: plain }).map(({ path }) => path)).toEqual([
      "$.signIn.authority",
      "$.signIn.domain",
    ]);
    const emulator = { endpoint: "http://127.0.0.1:4566" };
    expect(problems({ ...open, signIn: plain, emulator })).toEqual([]);
  });

  test("needs at least one Region", () => {
    expect(problems({ ...valid, regions: [] })).toEqual([
      { path: "$.regions", expected: "at least one Region", found: "[]" },
    ]);
  });

  test("that is no object says what belongs there", () => {
    expect(problems("eu-west-1")).toEqual([
      { path: "$", expected: "an object in braces", found: '"eu-west-1"' },
    ]);
  });

  test("that holds something long is quoted in short", () => {
    expect(problems({ ...valid, identityPoolId: "x".repeat(500) })[0]?.found?.length).toBeLessThan(70);
  });

  test("that is a web page is told apart from one that is not JSON", () => {
    expect(parseConfig("<!doctype html><title>x</title>")).toEqual({ fault: { kind: "html" } });
    expect(parseConfig("{ regions: [] }")).toMatchObject({ fault: { kind: "not-json" } });
    expect(parseConfig("")).toMatchObject({ fault: { kind: "not-json" } });
  });
});

describe("the configuration of local mode", () => {
  const local = { local: true, regions: ["eu-west-1"], actions: false, joins: ["alarms"] };

  test.each([undefined, "127.0.0.1", "localhost"])("is taken on this machine (%s)", (hostname) => {
    expect(parseConfig(JSON.stringify(local), hostname)).toEqual({ config: local });
  });

  test.each([
    "deploys.example.com",
    "localhost.example.com",
    "127.0.0.1.example.com",
    "127.0.0.2",
    "10.0.0.1",
    "",
  ])("is refused elsewhere (%s)", (hostname) => {
    const { fault } = { fault: undefined, ...parseConfig(JSON.stringify(local), hostname) };
    expect(fault).toEqual({
      kind: "invalid",
      problems: [{ path: "$.local", expected: expect.stringContaining("npm start -- --profile") }],
    });
  });

  test.each([
    ["$.local", { ...local, local: false }],
    ["$.local", { ...local, local: { endpoint: "https://attacker.example" } }],
    ["$.regions", { ...local, regions: [] }],
    ["$.regions[0]", { ...local, regions: ["Ireland"] }],
    ["$.identityPoolId", { ...local, identityPoolId: "eu-west-1:12345678-90ab-cdef-1234-567890abcdef" }],
    ["$.emulator", { ...local, emulator: { endpoint: "http://127.0.0.1:4566" } }],
    ["$.guest", { ...local, guest: {} }],
    ["$.joins[0]", { ...local, joins: ["everything"] }],
  ])("has none of a site’s keys, and only values that can be: %s", (path, config) => {
    expect(parseConfig(JSON.stringify(config), "127.0.0.1")).toMatchObject({
      fault: { kind: "invalid", problems: [{ path }] },
    });
  });
});
