import { GetDeploymentCommand, StopDeploymentCommand } from "@aws-sdk/client-codedeploy";
import { beforeEach, expect, test } from "vitest";
import type { DeploymentHandle } from "./control-client.ts";
import type { FaultInput } from "./fault.ts";
import { startTestEmulator, emulatorForTests } from "../../testing/test-emulator.ts";

const emulator = emulatorForTests();
let deployment: DeploymentHandle;

beforeEach(async () => {
  deployment = await emulator.control.start("ec2-rolling");
});

test.each<[FaultInput["effect"], string]>([
  [{ kind: "error", type: "ThrottlingException", message: "Rate exceeded" }, "ThrottlingException"],
  [{ kind: "error", type: "InternalFailure", message: "Oops", status: 500 }, "InternalFailure"],
  [{ kind: "answer", body: "<html>Please sign in</html>", contentType: "text/html" }, "SyntaxError"],
  [{ kind: "answer", body: '{"deploymentInfo":{"status":"InPro' }, "SyntaxError"],
])("%j reaches the SDK as %s, once", async (effect, name) => {
  await deployment.fault(effect, { times: 1 });
  await expect(ask()).rejects.toMatchObject({ name });
  await expect(ask()).resolves.toBeDefined();
});

test.each<FaultInput["effect"]["kind"] & ("hang" | "stalled-body" | "drip")>([
  "hang",
  "stalled-body",
  "drip",
])("%s does not end until the caller gives up", async (kind) => {
  await deployment.fault({ kind });
  await expect(ask(AbortSignal.timeout(60))).rejects.toMatchObject({ name: "AbortError" });
});

test.each(["reset", "reset-in-headers"] as const)("a %s tears the connection down", async (kind) => {
  await deployment.fault({ kind }, { times: 1 });
  await expect(ask()).rejects.toMatchObject({ code: "ECONNRESET" });
});

test("a delay brings the right answer later", async () => {
  await deployment.fault({ kind: "delay", delayMs: 30 });
  const startedMs = performance.now();
  await ask();
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(29);
});

test("an answer that is held tells what was so when it was asked for, and leaves when the fault is cleared", async () => {
  const hold = await deployment.fault({ kind: "hold" }, { times: 1 });
  let hasArrived = false;
  const held = ask().finally(() => (hasArrived = true));
  await expect.poll(async () => (await deployment.requests()).length).toBe(1);
  await deployment.moveTo("done");
  await expect(ask()).resolves.toMatchObject({ deploymentInfo: { status: "Succeeded" } });
  expect(hasArrived).toBe(false);
  await hold.clear();
  await expect(held).resolves.toMatchObject({ deploymentInfo: { status: "Created" } });
});

test.each([
  { kind: "lost-answer", status: "Stopped" },
  { kind: "lost-request", status: "Created" },
] as const)(
  "a $kind leaves a deployment $status, and looks the same to who asked",
  async ({ kind, status }) => {
    await deployment.fault({ kind }, { operation: "StopDeployment", times: 1 });
    await expect(stop()).rejects.toMatchObject({ code: "ECONNRESET" });
    await expect(ask()).resolves.toMatchObject({ deploymentInfo: { status } });
    expect(await deployment.requests()).toHaveLength(2);
  },
);

test("a request that is late takes effect when the fault is cleared, and nobody waits for it any more", async () => {
  const late = await deployment.fault({ kind: "late-request" }, { operation: "StopDeployment", times: 1 });
  const page = new AbortController();
  const stopping = stop(page.signal).catch((error: Error) => error.name);
  await expect.poll(async () => (await deployment.requests()).length).toBe(1);
  page.abort();
  expect(await stopping).toBe("AbortError");
  await expect(ask()).resolves.toMatchObject({ deploymentInfo: { status: "Created" } });
  await late.clear();
  await expect.poll(async () => (await ask()).deploymentInfo?.status).toBe("Stopped");
});

test("a throttle lets a burst through and then its rate", async () => {
  let nowMs = Date.now();
  const own = await startTestEmulator(() => nowMs);
  const ownClient = await own.client();
  const throttled = await own.control.start("ec2-rolling");
  await throttled.fault({ kind: "throttle", ratePerSecond: 1, burst: 2 });
  const command = new GetDeploymentCommand({ deploymentId: throttled.deploymentId });
  const outcome = () =>
    ownClient.send(command).then(
      () => "answered",
      (error: Error) => error.name,
    );

  expect([await outcome(), await outcome(), await outcome()]).toEqual([
    "answered",
    "answered",
    "ThrottlingException",
  ]);
  nowMs += 1_000;
  expect([await outcome(), await outcome()]).toEqual(["answered", "ThrottlingException"]);
  await own.close();
});

test("an answer of a proxy carries no CORS headers", async () => {
  await emulator.control.fault({
    match: { origin: "http://proxied.localhost" },
    effect: { kind: "answer", status: 503, body: "Bad gateway", hasCors: false },
  });
  const response = await fetch(emulator.url, {
    method: "POST",
    headers: { origin: "http://proxied.localhost" },
  });
  expect(response.status).toBe(503);
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
});

test("a fault for one deployment leaves others alone, and can be cleared", async () => {
  const other = await emulator.control.start("ec2-rolling");
  const fault = await other.fault({ kind: "reset" });
  await expect(ask()).resolves.toBeDefined();
  await fault.clear();
  await expect(
    emulator.codeDeploy.send(new GetDeploymentCommand({ deploymentId: other.deploymentId })),
  ).resolves.toBeDefined();
});

test("the log tells which requests came for a deployment, and how they ended", async () => {
  await ask();
  await deployment.fault(
    { kind: "error", type: "ThrottlingException", message: "Rate exceeded" },
    { times: 1 },
  );
  await ask().catch(() => undefined);
  await deployment.fault({ kind: "reset" });
  await ask().catch(() => undefined);
  const log = await deployment.requests();
  expect(log).toMatchObject([
    { method: "POST", operation: "GetDeployment", status: 200 },
    { method: "POST", operation: "GetDeployment", status: 400 },
    { method: "POST", operation: "GetDeployment" },
  ]);
  expect(log.at(-1)).not.toHaveProperty("status");
});

test("a fault that makes no sense is refused with a sentence", async () => {
  const response = await fetch(`${emulator.url}/_emulator/faults`, {
    method: "POST",
    body: JSON.stringify({ match: { deploymentID: "d-X" }, effect: { kind: "explode" } }),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ message: expect.stringContaining("match.deploymentID") });
});

async function stop(abortSignal?: AbortSignal) {
  const client = await emulator.client({}, { allow: ["codedeploy:*"] });
  const { deploymentId } = deployment;
  const command = new StopDeploymentCommand({ deploymentId, autoRollbackEnabled: false });
  return client.send(command, abortSignal ? { abortSignal } : {});
}

function ask(abortSignal?: AbortSignal) {
  const command = new GetDeploymentCommand({ deploymentId: deployment.deploymentId });
  return emulator.codeDeploy.send(command, abortSignal ? { abortSignal } : {});
}
