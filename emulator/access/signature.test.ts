import { Sha256 } from "@aws-crypto/sha256-js";
import { CodeDeployClient, GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import { SignatureV4 } from "@smithy/signature-v4";
import { beforeAll, expect, test } from "vitest";
import type { DeploymentHandle } from "../control/control-client.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";

const emulator = emulatorForTests();
let deployment: DeploymentHandle;
let command: GetDeploymentCommand;

beforeAll(async () => {
  deployment = await emulator.control.start("ec2-succeeded");
  command = new GetDeploymentCommand({ deploymentId: deployment.deploymentId });
});

test("an unsigned request is refused", async () => {
  const response = await fetch(emulator.url, {
    method: "POST",
    headers: { "x-amz-target": "CodeDeploy_20141006.GetDeployment" },
    body: JSON.stringify(command.input),
  });
  expect(response.status).toBe(400);
  expect(response.headers.get("x-amzn-errortype")).toBe("MissingAuthenticationTokenException");
  expect(await response.json()).toEqual({
    __type: "MissingAuthenticationTokenException",
    message: "Request is missing Authentication Token",
  });
});

test("a key that this emulator never issued is refused", async () => {
  const client = await emulator.client({
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalr", sessionToken: "foreign" },
  });
  await expect(client.send(command)).rejects.toMatchObject({ name: "UnrecognizedClientException" });
});

test("a key with another session's token is refused", async () => {
  const credentials = await emulator.control.credentials();
  const other = await emulator.control.credentials();
  const client = clientWith({ ...credentials, sessionToken: other.sessionToken });
  await expect(client.send(command)).rejects.toMatchObject({ name: "UnrecognizedClientException" });
});

test("a wrong secret is refused", async () => {
  const credentials = await emulator.control.credentials();
  const client = clientWith({ ...credentials, secretAccessKey: "not the secret" });
  await expect(client.send(command)).rejects.toMatchObject({
    name: "InvalidSignatureException",
    message: expect.stringContaining("does not match the signature you provided"),
  });
});

test("a request that is signed by hand is accepted", async () => {
  const { body, headers } = await signedByHand();
  const response = await fetch(emulator.url, { method: "POST", headers, body });
  expect(response.status).toBe(200);
});

test.each([
  ["body", { body: '{"deploymentId":"d-FOREIGN01"}' }],
  ["operation", { headers: { "x-amz-target": "CodeDeploy_20141006.GetDeploymentConfig" } }],
  ["content type", { headers: { "content-type": "application/json" } }],
])("a request whose %s was changed on its way is refused", async (_, changed: Changed) => {
  const signed = await signedByHand();
  const response = await fetch(emulator.url, {
    method: "POST",
    headers: { ...signed.headers, ...changed.headers },
    body: changed.body ?? signed.body,
  });
  expect(await response.json()).toMatchObject({ __type: "InvalidSignatureException" });
});

test("expired credentials are refused", async () => {
  const { expiration: _, ...keys } = await emulator.control.credentials({ expiresInMs: -1000 });
  await expect(clientWith(keys).send(command)).rejects.toMatchObject({
    name: "ExpiredTokenException",
    message: "The security token included in the request is expired",
  });
});

test("a signature for another service is refused", async () => {
  const client = await emulator.client({ signingName: "codebuild" } as object);
  await expect(client.send(command)).rejects.toMatchObject({
    name: "InvalidSignatureException",
    message: "Credential should be scoped to correct service: 'codedeploy'.",
  });
});

test.each([
  [3_600_000, "Signature expired: "],
  [-3_600_000, "Signature not yet current: "],
])("a clock that is %d ms behind the server's is told so", async (offsetMs, message) => {
  const own = await emulator.control.start("ec2-succeeded");
  await own.fault({ kind: "clock-offset", offsetMs });
  const client = await emulator.client();
  const ask = new GetDeploymentCommand({ deploymentId: own.deploymentId });
  await expect(client.send(ask)).rejects.toMatchObject({
    name: "InvalidSignatureException",
    message: expect.stringContaining(message),
  });
  // The SDK has learnt the offset from the Date header.
  await expect(client.send(ask)).resolves.toBeDefined();
});

test("a deployment is found in its own Region only", async () => {
  const client = await emulator.client({ region: "eu-west-1" });
  await expect(client.send(command)).rejects.toMatchObject({
    name: "DeploymentDoesNotExistException",
    message: `The deployment ${deployment.deploymentId} could not be found`,
  });
});

interface Changed {
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

async function signedByHand() {
  const { expiration: _, ...credentials } = await emulator.control.credentials();
  const signer = new SignatureV4({ credentials, region: "us-east-1", service: "codedeploy", sha256: Sha256 });
  const body = JSON.stringify(command.input);
  const { headers } = await signer.sign({
    method: "POST",
    protocol: "http:",
    hostname: "127.0.0.1",
    path: "/",
    headers: {
      host: new URL(emulator.url).host,
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "CodeDeploy_20141006.GetDeployment",
    },
    body,
  });
  return { body, headers };
}

function clientWith(credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string }) {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  return new CodeDeployClient({
    region: "us-east-1",
    endpoint: emulator.url,
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
  });
}
