import { AwsClient } from "aws4fetch";
import { beforeAll, describe, expect, test } from "vitest";
import { RawClient } from "../../../testing/signed-request.ts";
import { emulatorForTests } from "../../../testing/test-emulator.ts";
import { roleArn } from "../../access/roles.ts";

const emulator = emulatorForTests();
const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** Asks STS as an IAM user who may take roles on, or may not. */
async function ask(parameters: Readonly<Record<string, string>>, allow = ["sts:AssumeRole"]) {
  const keys = await emulator.control.accessKeys({ userName: "ada", allow });
  const client = new RawClient(emulator.url, new AwsClient({ ...keys, retries: 0 }));
  const body = new URLSearchParams({ Version: "2011-06-15", ...parameters });
  return client.send("sts", FORM, body.toString());
}

const assume = (name: string, more: Readonly<Record<string, string>> = {}, allow?: string[]) =>
  ask({ Action: "AssumeRole", RoleArn: roleArn(name), RoleSessionName: "ada", ...more }, allow);

beforeAll(async () => {
  await emulator.control.setRole("Admin", { trustsAccount: true });
  await emulator.control.setRole("Guarded", { trustsAccount: true, mfaCode: "314159" });
  await emulator.control.setRole("OfAPool");
});

test("an IAM user’s keys have no token, and STS names the user", async () => {
  const { status, text } = await ask({ Action: "GetCallerIdentity" });
  expect(status).toBe(200);
  expect(text).toContain("<Arn>arn:aws:iam::123456789012:user/ada</Arn>");
});

test("a role that trusts the account is taken on by whoever may, and its credentials are those of the role", async () => {
  const { status, text } = await assume("Admin");
  expect(status).toBe(200);
  const part = (name: string) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(text)?.[1] ?? "";
  const keys = {
    accessKeyId: part("AccessKeyId"),
    secretAccessKey: part("SecretAccessKey"),
    sessionToken: part("SessionToken"),
  };
  const client = new RawClient(emulator.url, new AwsClient({ ...keys, retries: 0 }));
  const who = await client.send("sts", FORM, "Action=GetCallerIdentity&Version=2011-06-15");
  expect(who.text).toContain("<Arn>arn:aws:sts::123456789012:assumed-role/Admin/ada</Arn>");
});

describe("AssumeRole refuses", () => {
  test.each([
    ["a role that trusts others", "OfAPool", ["sts:AssumeRole"]],
    ["a role that does not exist", "Nobody", ["sts:AssumeRole"]],
    ["a user who may not", "Admin", ["codedeploy:*"]],
  ])("%s", async (_, name, allow) => {
    const { status, text } = await assume(name, {}, allow);
    expect(status).toBe(403);
    expect(text).toContain(
      `<Code>AccessDenied</Code><Message>User: arn:aws:iam::123456789012:user/ada is not authorized to perform: sts:AssumeRole on resource: ${roleArn(name)}</Message>`,
    );
  });

  test.each([{}, { TokenCode: "000000" }])("a code that is not the device’s: %j", async (more) => {
    expect(await assume("Guarded", more)).toMatchObject({
      status: 403,
      text: expect.stringContaining("MultiFactorAuthentication failed"),
    });
  });

  test("a session’s name that none can be", async () => {
    expect((await assume("Admin", { RoleSessionName: "a b" })).text).toContain(
      "<Code>ValidationError</Code>",
    );
  });
});

test("the device’s code lets in", async () => {
  expect(await assume("Guarded", { TokenCode: "314159" })).toMatchObject({ status: 200 });
});
