import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AwsCredentialIdentity } from "@smithy/types";
import { emulatorForTests } from "../testing/test-emulator.ts";
import type { TestLocal } from "../testing/test-local.ts";
import { startTestLocal } from "../testing/test-local.ts";

const emulator = emulatorForTests();
let resolved: number;
let current: AwsCredentialIdentity;
/** Credentials are not there before. */
let waitsFor: Promise<void> | undefined;
let local: TestLocal;
let deploymentId: string;

const issued = (expiresInMs = 3_600_000): AwsCredentialIdentity => {
  const { roleName } = { roleName: "LocalReader" };
  const session = { roleName, sessionName: "ada" };
  const { accessKeyId, secretAccessKey, sessionToken } = emulator.state.credentials.issue(
    session,
    Date.now() + expiresInMs,
  );
  return { accessKeyId, secretAccessKey, sessionToken };
};

beforeEach(async () => {
  await emulator.control.setRole("LocalReader", { allow: ["*"] });
  ({ deploymentId } = await emulator.control.start("ec2-rolling", { atMs: 40_000 }));
  resolved = 0;
  waitsFor = undefined;
  current = issued();
  local = await startTestLocal({
    aws: emulator.url,
    mayOperate: true,
    credentials: async () => {
      resolved += 1;
      await waitsFor;
      return current;
    },
  });
});
afterEach(() => local.close());

const get = () => local.ask("GetDeployment", { input: { deploymentId } });
/** What the terminal says beside a line for each request. */
const remedies = () => local.lines.filter((line) => !line.startsWith("codedeploy "));
const expire = () => emulator.control.expireSessions("LocalReader");

test("the page learns whose credentials they are", async () => {
  const { body } = await local.ask("", { path: "/aws/session" });
  expect(JSON.parse(body)).toEqual({ account: "123456789012", role: "LocalReader" });
});

test("credentials are resolved once for many requests", async () => {
  await get();
  const before = resolved;
  await Promise.all([get(), get(), get()]);
  expect(resolved).toBe(before);
});

test("an expired session that was renewed elsewhere goes unnoticed", async () => {
  expect(await get()).toMatchObject({ status: 200 });
  await expire();
  current = issued();
  expect(await get()).toMatchObject({ status: 200 });
});

test("an expired session asks for a person, and goes on once it is renewed", async () => {
  await expire();
  for (const attempt of [await get(), await get()]) {
    expect(attempt.status).toBe(503);
    expect(JSON.parse(attempt.body)).toEqual({ __type: "LocalRefusal", message: expect.any(String) });
  }
  current = issued();
  expect(await get()).toMatchObject({ status: 200 });
});

test("the terminal says once what a person has to do, and again when it is needed anew", async () => {
  await expire();
  for (const { status } of [await get(), await get(), await get()]) expect(status).toBe(503);
  expect(remedies()).toHaveLength(1);
  current = issued();
  expect(await get()).toMatchObject({ status: 200 });
  await expire();
  await get();
  expect(remedies()).toHaveLength(2);
});

test("a stop that AWS refused for expired credentials is not sent again, whatever others there are", async () => {
  await expire();
  current = issued();
  const input = { deploymentId, autoRollbackEnabled: false };
  // The credentials that were held are the old ones.
  const refused = await local.ask("StopDeployment", { input });
  expect(JSON.parse(refused.body)).toMatchObject({ __type: "LocalRefusal" });
  const sent = await emulator.control.requests({ deploymentId, operation: "StopDeployment" });
  expect(sent).toHaveLength(1);
  expect(await local.ask("StopDeployment", { input })).toMatchObject({ status: 200 });
});

test("what was given up while the credentials were awaited does not go out", async () => {
  await expire();
  await get();
  const waiting: { end?: () => void } = {};
  waitsFor = new Promise((resolve) => {
    waiting.end = resolve;
  });
  const { port } = local;
  const leaving = new AbortController();
  const before = resolved;
  const given = fetch(`http://127.0.0.1:${port}/aws/codedeploy/us-east-1/`, {
    method: "POST",
    headers: local.pageHeaders("StopDeployment"),
    body: JSON.stringify({ deploymentId, autoRollbackEnabled: false }),
    signal: leaving.signal,
  });
  await vi.waitFor(() => expect(resolved).toBeGreaterThan(before));
  leaving.abort();
  await expect(given).rejects.toThrow("abort");
  current = issued();
  waiting.end?.();
  await vi.waitFor(() => expect(local.lines).toContain("Nobody waits for it any more."));
  expect(await emulator.control.requests({ deploymentId, operation: "StopDeployment" })).toEqual([]);
});

test("credentials of another role than the page names are not used", async () => {
  const { accessKeyId, secretAccessKey, sessionToken } = await emulator.control.credentials({ allow: ["*"] });
  await expire();
  current = { accessKeyId, secretAccessKey, sessionToken };
  const { status, body } = await get();
  expect(status).toBe(503);
  expect(JSON.parse(body)).toMatchObject({
    __type: "LocalRefusal",
    message: expect.stringMatching(/are now those of handed-out-\S+ in the account 123456789012\./),
  });
  const sent = await emulator.control.requests({ deploymentId });
  expect(sent.every(({ roleArn }) => roleArn?.endsWith("LocalReader"))).toBe(true);
});
