import { describe, expect, test } from "vitest";
import type { RawAnswer } from "../../testing/signed-request.ts";
import { rawClient } from "../../testing/signed-request.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";
import { amzDate } from "../access/signing-time.ts";

const emulator = emulatorForTests();

/** What every object has without having been given it. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype);

const SERVICES: Readonly<Record<string, (operation: string) => Promise<RawAnswer>>> = {
  CodeDeploy: async (operation) => (await rawClient(emulator)).codeDeploy(operation, {}),
  CloudWatch: async (operation) => (await rawClient(emulator)).cloudWatch(operation, {}),
  ECS: async (operation) => (await rawClient(emulator)).ecs(operation, {}),
  "Cognito identity": async (operation) => unsigned(`AWSCognitoIdentityService.${operation}`),
  STS: async (operation) => {
    const client = await rawClient(emulator);
    const body = new URLSearchParams({ Action: operation, Version: "2011-06-15" });
    return client.send("sts", FORM, body.toString());
  },
};

const FORM = { "content-type": "application/x-www-form-urlencoded" };

describe.each(Object.entries(SERVICES))("%s", (title, ask) => {
  test.each([...INHERITED, "", "NoSuchOperation", "GetId.GetId"])("knows no operation %j", async (name) => {
    const { status, text } = await ask(name);
    expect(text).toMatch(/UnknownOperationException|InvalidAction/);
    expect(text).not.toMatch(/see-everything|TypeError|is not a function/);
    expect(status).toBe(400);
  });

  test.each(
    [
      ["CodeDeploy", "DeleteApplication"],
      ["CloudWatch", "PutMetricAlarm"],
      ["ECS", "RunTask"],
      ["Cognito identity", "DescribeIdentityPool"],
      ["STS", "GetFederationToken"],
    ].filter(([of]) => of === title),
  )("of %s says by name that it lacks AWS's %s", async (_, name) => {
    const { status, text } = await ask(name ?? "");
    expect(text).toContain("OperationNotInEmulator");
    expect(text).toContain(`AWS has ${title}'s ${name}; this emulator lacks it.`);
    expect(status).toBe(501);
  });
});

test("a request for a service that the emulator lacks is told which ones it has", async () => {
  const { status, text } = await unsigned("AWSCognitoIdentityProviderService.InitiateAuth");
  expect(JSON.parse(text)).toMatchObject({
    __type: "UnknownOperationException",
    message: expect.stringContaining("AWSCognitoIdentityProviderService.InitiateAuth"),
  });
  expect(status).toBe(404);
});

test.each(INHERITED)("a scenario has no moment %s", async (moment) => {
  await expect(emulator.control.start("ec2-rolling", { moment })).rejects.toThrow("has no moment");
});

test.each(INHERITED)(
  "a signature over a header %s that was not sent is refused like any other",
  async (name) => {
    const { accessKeyId, sessionToken } = await emulator.control.credentials();
    const date = amzDate(Date.now());
    const scope = `${accessKeyId}/${date.slice(0, 8)}/us-east-1/codedeploy/aws4_request`;
    const signed = `${name.toLowerCase()};host;x-amz-date;x-amz-security-token;x-amz-target`;
    const response = await fetch(emulator.url, {
      method: "POST",
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=${signed}, Signature=0`,
        "x-amz-date": date,
        "x-amz-security-token": sessionToken,
        "x-amz-target": "CodeDeploy_20141006.GetDeployment",
      },
      body: "{}",
    });
    expect(await response.json()).toMatchObject({ __type: "InvalidSignatureException" });
  },
);

async function unsigned(target: string): Promise<RawAnswer> {
  const response = await fetch(emulator.url, {
    method: "POST",
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": target },
    body: "{}",
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
