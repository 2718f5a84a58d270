import { CodeDeployServiceException, GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import { expect, test } from "vitest";
import { startTestEmulator, emulatorForTests } from "../../../testing/test-emulator.ts";

const emulator = emulatorForTests();

test.each([
  ["", "DeploymentIdRequiredException"],
  ["d-short", "InvalidDeploymentIdException"],
  ["../../etc/passwd", "InvalidDeploymentIdException"],
  ["d-NOWHERE01", "DeploymentDoesNotExistException"],
])("the id %j is refused with a typed error", async (deploymentId, name) => {
  const error: unknown = await emulator.codeDeploy
    .send(new GetDeploymentCommand({ deploymentId }))
    .catch((caught) => caught);
  expect(error).toBeInstanceOf(CodeDeployServiceException);
  expect(error).toMatchObject({
    name,
    $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/^[\da-f-]{36}$/) },
  });
});

test("a deployment that was deleted does not exist", async () => {
  const deployment = await emulator.control.start("ec2-rolling");
  await deployment.remove();
  const ask = emulator.codeDeploy.send(new GetDeploymentCommand({ deploymentId: deployment.deploymentId }));
  await expect(ask).rejects.toMatchObject({ name: "DeploymentDoesNotExistException" });
});

test("a rollback exists from the moment on at which it is triggered, and both know each other", async () => {
  const failing = await emulator.control.start("ec2-failing", { moment: "beforeFailed" });
  const rollbackId = failing.related["rollback"] ?? "";
  const askRollback = () => emulator.codeDeploy.send(new GetDeploymentCommand({ deploymentId: rollbackId }));
  await expect(askRollback()).rejects.toMatchObject({ name: "DeploymentDoesNotExistException" });

  await failing.moveTo("failed");
  const failed = await emulator.codeDeploy.send(
    new GetDeploymentCommand({ deploymentId: failing.deploymentId }),
  );
  const rollback = await askRollback();
  expect(failed.deploymentInfo?.rollbackInfo?.rollbackDeploymentId).toBe(rollbackId);
  expect(rollback.deploymentInfo?.rollbackInfo?.rollbackTriggeringDeploymentId).toBe(failing.deploymentId);
  expect(rollback.deploymentInfo?.creator).toBe("codeDeployRollback");
});

test("a clock stands still, moves as told, and runs", async () => {
  let nowMs = Date.now();
  const own = await startTestEmulator(() => nowMs);
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
