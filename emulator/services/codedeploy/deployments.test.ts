import { CodeDeployServiceException, GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestEmulator, startForTest } from "../../start-for-test.ts";

let emulator: TestEmulator;

beforeAll(async () => {
  emulator = await startForTest();
});
afterAll(() => emulator.close());

test.each([
  ["", "DeploymentIdRequiredException"],
  ["d-short", "InvalidDeploymentIdException"],
  ["../../etc/passwd", "InvalidDeploymentIdException"],
  ["d-NOWHERE01", "DeploymentDoesNotExistException"],
])("the id %j is refused with a typed error", async (deploymentId, name) => {
  const client = await emulator.client();
  const error: unknown = await client
    .send(new GetDeploymentCommand({ deploymentId }))
    .catch((caught) => caught);
  expect(error).toBeInstanceOf(CodeDeployServiceException);
  expect(error).toMatchObject({
    name,
    $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/^[\da-f-]{36}$/) },
  });
});

test("a deployment that was deleted does not exist", async () => {
  const client = await emulator.client();
  const deployment = await emulator.control.start("ec2-rolling");
  await deployment.remove();
  const ask = client.send(new GetDeploymentCommand({ deploymentId: deployment.deploymentId }));
  await expect(ask).rejects.toMatchObject({ name: "DeploymentDoesNotExistException" });
});

test("a rollback exists from the moment on at which it is triggered, and both know each other", async () => {
  const client = await emulator.client();
  const failing = await emulator.control.start("ec2-failing", { moment: "beforeFailed" });
  const rollbackId = failing.related["rollback"] ?? "";
  const askRollback = () => client.send(new GetDeploymentCommand({ deploymentId: rollbackId }));
  await expect(askRollback()).rejects.toMatchObject({ name: "DeploymentDoesNotExistException" });

  await failing.moveTo("failed");
  const failed = await client.send(new GetDeploymentCommand({ deploymentId: failing.deploymentId }));
  const rollback = await askRollback();
  expect(failed.deploymentInfo?.rollbackInfo?.rollbackDeploymentId).toBe(rollbackId);
  expect(rollback.deploymentInfo?.rollbackInfo?.rollbackTriggeringDeploymentId).toBe(failing.deploymentId);
  expect(rollback.deploymentInfo?.creator).toBe("codeDeployRollback");
});

test("a clock stands still, moves as told, and runs", async () => {
  let nowMs = Date.now();
  const own = await startForTest(() => nowMs);
  const deployment = await own.control.start("ec2-rolling");
  const atMs = () => own.state.deployments.get(deployment.deploymentId)?.atMs;

  nowMs += 5_000;
  expect(atMs()).toBe(0);
  await deployment.advance(1_500);
  expect(atMs()).toBe(1_500);
  await deployment.moveTo(60_000);
  await deployment.run(10);
  nowMs += 1_000;
  expect(atMs()).toBe(70_000);
  await deployment.freeze();
  nowMs += 1_000;
  expect(atMs()).toBe(70_000);
  await own.close();
});
