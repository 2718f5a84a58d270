import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { emulatorForTests } from "../../../testing/test-emulator.ts";
import { GUEST_ROLE_NAME, READER_ROLE_NAME } from "../../access/demo-account.ts";
import { roleArn } from "../../access/roles.ts";
import { TestBrowser } from "../../sign-in/test-browser.ts";

const emulator = emulatorForTests();

/** A pool where people sign in, with a role of its own; guests are admitted, too, so that they are told apart. */
const POOL = `us-east-1:${randomUUID()}`;
const ROLE = "Reader-of-this-test";

let logins: Record<string, string>;
let person: string;
let guest: string;

beforeAll(async () => {
  const browser = await TestBrowser.open(emulator);
  await emulator.control.setRole(ROLE, { trusts: [{ identityPoolId: POOL, amr: "authenticated" }] });
  await emulator.control.setIdentityPool(POOL, { signIn: { clientId: browser.clientId, roleName: ROLE } });
  const { id_token: idToken } = await browser.signIn({
    username: "ada@example.com",
    password: "see-everything",
  });
  logins = { [`127.0.0.1:${emulator.port}/us-east-1_Emulator1`]: idToken };
  person = (await cognito("GetId", { IdentityPoolId: POOL, Logins: logins })).answer["IdentityId"] ?? "";
  guest = (await cognito("GetId", { IdentityPoolId: POOL })).answer["IdentityId"] ?? "";
});

describe.each(["GetCredentialsForIdentity", "GetOpenIdToken"])("%s", (operation) => {
  test("gives nothing of somebody who has signed in to one who has not", async () => {
    const { answer } = await cognito(operation, { IdentityId: person });
    expect(answer).toEqual({
      __type: "NotAuthorizedException",
      message: `Access to Identity '${person}' is forbidden.`,
    });
  });

  test("gives nothing of a guest to somebody else", async () => {
    const { answer } = await cognito(operation, { IdentityId: guest, Logins: logins });
    expect(answer).toMatchObject({ message: expect.stringContaining("Logins don't match") });
  });

  test("takes no token that the pool does not trust", async () => {
    const [provider = ""] = Object.keys(logins);
    const forged = { [provider]: "e30.e30.forged" };
    const { answer } = await cognito(operation, { IdentityId: person, Logins: forged });
    expect(answer).toMatchObject({ __type: "NotAuthorizedException" });
  });

  test("knows guests of a pool no more that has closed to them", async () => {
    const closing = `us-east-1:${randomUUID()}`;
    await emulator.control.setIdentityPool(closing);
    const { answer } = await cognito("GetId", { IdentityPoolId: closing });
    await emulator.control.setIdentityPool(closing, { allowsGuests: false });
    const refused = await cognito(operation, { IdentityId: answer["IdentityId"] });
    expect(refused.answer).toEqual({
      __type: "NotAuthorizedException",
      message: "Unauthenticated access is not supported for this identity pool.",
    });
  });
});

describe("a role is taken by whom its trust policy names", () => {
  test("somebody who has signed in, with a token that says so", async () => {
    const own = await openIdToken({ IdentityId: person, Logins: logins });
    expect(claimsOf(own)).toMatchObject({ sub: person, aud: POOL, amr: ["authenticated", ...amrOfLogins()] });
    expect((await assumeRole(ROLE, own)).status).toBe(200);
  });

  test("no guest of the same pool, and nobody of another pool", async () => {
    const { answer } = await cognito("GetId", {
      IdentityPoolId: "us-east-1:0b3e5d9c-7f14-4c2a-9d56-2f8a1e6b4c70",
    });
    for (const IdentityId of [guest, answer["IdentityId"]]) {
      const { status, text } = await assumeRole(ROLE, await openIdToken({ IdentityId }));
      expect(text).toContain("<Message>Not authorized to perform sts:AssumeRoleWithWebIdentity</Message>");
      expect(status).toBe(403);
    }
  });

  test.each([READER_ROLE_NAME, GUEST_ROLE_NAME])("not the demo's %s by people of this pool", async (role) => {
    for (const input of [{ IdentityId: guest }, { IdentityId: person, Logins: logins }]) {
      expect((await assumeRole(role, await openIdToken(input))).status).toBe(403);
    }
  });

  test("a new role trusts nobody, and a change of its permissions changes no trust", async () => {
    const own = await openIdToken({ IdentityId: person, Logins: logins });
    await emulator.control.setRole("Nobodys");
    expect((await assumeRole("Nobodys", own)).status).toBe(403);
    await emulator.control.setRole("Nobodys", {
      trusts: [{ identityPoolId: POOL, amr: "authenticated" }],
    });
    await emulator.control.setRole("Nobodys", { deny: ["codedeploy:GetDeployment"] });
    expect((await assumeRole("Nobodys", own)).status).toBe(200);
  });

  test("a pool whose role does not trust it is told to be wrongly set up", async () => {
    const browser = await TestBrowser.open(emulator);
    const poolId = `us-east-1:${randomUUID()}`;
    await emulator.control.setIdentityPool(poolId, {
      signIn: { clientId: browser.clientId, roleName: ROLE },
    });
    const { answer } = await cognito("GetId", { IdentityPoolId: poolId });
    const refused = await cognito("GetCredentialsForIdentity", { IdentityId: answer["IdentityId"] });
    expect(refused.answer).toMatchObject({ __type: "InvalidIdentityPoolConfigurationException" });
  });

  test.each([
    ["3600", 200, "<AccessKeyId>"],
    ["3601", 400, "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."],
    ["43201", 400, "Member must have value less than or equal to 43200"],
    ["899", 400, "Member must have value greater than or equal to 900"],
    ["an hour", 400, "Member must have value greater than or equal to 900"],
  ])("for %s seconds of an hour at most", async (seconds, status, words) => {
    const own = await openIdToken({ IdentityId: person, Logins: logins });
    const answer = await assumeRole(ROLE, own, seconds);
    expect(answer.text).toContain(words);
    expect(answer.status).toBe(status);
  });

  test("for longer where the role allows it", async () => {
    await emulator.control.setRole("Patient", {
      trusts: [{ identityPoolId: POOL, amr: "authenticated" }],
      maxSessionSeconds: 7200,
    });
    const own = await openIdToken({ IdentityId: person, Logins: logins });
    expect((await assumeRole("Patient", own, "7200")).status).toBe(200);
    expect((await assumeRole("Patient", own, "7201")).status).toBe(400);
  });
});

describe("ids that Cognito cannot have given out", () => {
  test.each([
    ["nonsense", "Member must satisfy regular expression pattern: [\\w-]+:[0-9a-f-]+"],
    ["us-east-1:nowhere", "Member must satisfy regular expression pattern: [\\w-]+:[0-9a-f-]+"],
    ["", "Member must have length greater than or equal to 1"],
    [`us-east-1:${"0".repeat(50)}`, "Member must have length less than or equal to 55"],
  ])("%j", async (id, constraint) => {
    for (const [operation, member, input] of [
      ["GetId", "identityPoolId", { IdentityPoolId: id }],
      ["GetOpenIdToken", "identityId", { IdentityId: id }],
      ["GetCredentialsForIdentity", "identityId", { IdentityId: id }],
    ] as const) {
      expect((await cognito(operation, input)).answer).toEqual({
        __type: "ValidationException",
        message: `1 validation error detected: Value '${id}' at '${member}' failed to satisfy constraint: ${constraint}`,
      });
    }
  });
});

test("a refusal is in the headers, too, as Cognito writes them", async () => {
  const { headers } = await cognito("GetOpenIdToken", { IdentityId: person });
  expect(headers.get("x-amzn-errortype")).toBe("NotAuthorizedException:");
  expect(headers.get("x-amzn-errormessage")).toBe(`Access to Identity '${person}' is forbidden.`);
});

test("a refusal that quotes what no header may hold arrives all the same", async () => {
  const { headers, answer } = await cognito("GetId", { IdentityPoolId: "schön\r\nx-injected: 1" });
  expect(headers.get("x-injected")).toBeNull();
  expect(headers.get("x-amzn-errormessage")).toContain("sch?n??x-injected: 1");
  expect(answer["message"]).toContain("schön\r\nx-injected: 1");
});

interface CognitoAnswer {
  readonly headers: Headers;
  readonly answer: Record<string, string>;
}

async function cognito(operation: string, input: object): Promise<CognitoAnswer> {
  const response = await fetch(emulator.url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityService.${operation}`,
    },
    body: JSON.stringify(input),
  });
  const answer: Record<string, string> = await response.json();
  return { headers: response.headers, answer };
}

async function openIdToken(input: object): Promise<string> {
  return (await cognito("GetOpenIdToken", input)).answer["Token"] ?? "";
}

async function assumeRole(role: string, token: string, seconds = "900") {
  const response = await fetch(emulator.url, {
    method: "POST",
    body: new URLSearchParams({
      Action: "AssumeRoleWithWebIdentity",
      Version: "2011-06-15",
      RoleArn: roleArn(role),
      RoleSessionName: "test",
      WebIdentityToken: token,
      DurationSeconds: seconds,
    }),
  });
  return { status: response.status, text: await response.text() };
}

function amrOfLogins(): string[] {
  return Object.entries(logins).flatMap(([provider, idToken]) => [
    provider,
    `${provider}:CognitoSignIn:${claimsOf(idToken).sub}`,
  ]);
}

function claimsOf(token: string): { sub: string } {
  const claims: { sub: string } = JSON.parse(
    Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"),
  );
  return claims;
}
