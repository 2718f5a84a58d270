import { CodeDeployClient, GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import { beforeAll, expect, test } from "vitest";
import { emulatorForTests } from "../../../testing/test-emulator.ts";

const emulator = emulatorForTests();
let token: string;

const ask = (query: string, bearer = token) =>
  fetch(`${emulator.url}/federation/credentials?${query}`, {
    headers: { "x-amz-sso_bearer_token": bearer },
  });
const OWN = "account_id=123456789012&role_name=Admin";

beforeAll(async () => {
  await emulator.control.setRole("Admin");
  token = await emulator.control.beginSso("Admin");
});

test("a token of the portal gives the role’s credentials, with their end in milliseconds", async () => {
  const { roleCredentials } = await (await ask(OWN)).json();
  expect(roleCredentials).toMatchObject({
    accessKeyId: expect.stringMatching(/^ASIA/),
    expiration: expect.any(Number),
  });
  const { accessKeyId, secretAccessKey, sessionToken } = roleCredentials;
  const { deploymentId } = await emulator.control.start("ec2-rolling");
  const client = new CodeDeployClient({
    region: "us-east-1",
    endpoint: emulator.url,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
  });
  const { deploymentInfo } = await client.send(new GetDeploymentCommand({ deploymentId }));
  expect(deploymentInfo).toMatchObject({ deploymentId });
});

test.each([
  ["another account", "account_id=999999999999&role_name=Admin", 403, "ForbiddenException"],
  ["another role", "account_id=123456789012&role_name=Root", 403, "ForbiddenException"],
])("it gives nothing for %s", async (_, query, status, type) => {
  const answer = await ask(query);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("x-amzn-errortype")).toBe(type);
});

test("it gives nothing for a token that is none, and for one whose session has ended", async () => {
  const none = await ask(OWN, "none");
  expect(none.status).toBe(401);
  expect(await none.json()).toEqual({ message: "Session token not found or invalid" });
  await emulator.control.endSso("Admin");
  expect((await ask(OWN)).headers.get("x-amzn-errortype")).toBe("UnauthorizedException");
});
