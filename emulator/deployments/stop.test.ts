import { expect, test } from "vitest";
import { actingClientFor } from "../../testing/acting-client.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";

const emulator = emulatorForTests();
const { stop, goOn, info, targets } = actingClientFor(emulator);

test("a stop on EC2 is pending while a script runs, and the deployment is stopped when that has ended", async () => {
  const { deploymentId, ...clock } = await emulator.control.start("ec2-rolling", { atMs: 102_000 });
  const before = await targets(deploymentId);
  expect(await stop(deploymentId, false)).toMatchObject({
    status: "Pending",
    statusMessage: "No more commands will be scheduled for execution in the deployment instances",
  });
  expect(await targets(deploymentId)).toMatchObject(
    before.map(({ instanceTarget }) => ({
      instanceTarget: { targetId: instanceTarget?.targetId },
    })),
  );
  expect((await info(deploymentId))?.status).toBe("InProgress");
  // A second stop changes nothing.
  expect(await stop(deploymentId, true)).toMatchObject({ status: "Pending" });
  await clock.moveTo("stopped");
  const stopped = await info(deploymentId);
  expect(stopped).toMatchObject({
    status: "Stopped",
    errorInformation: { code: "MANUAL_STOP" },
    rollbackInfo: {},
  });
  expect(stopped?.deploymentOverview).toMatchObject({
    Succeeded: 1,
    Failed: 1,
    Skipped: 4,
    InProgress: 0,
    Pending: 0,
  });
  expect(await stop(deploymentId, false)).toMatchObject({ status: "Succeeded" });
  await clock.advance(3_600_000);
  expect(await info(deploymentId)).toEqual(stopped);
});

test("a stop with a rollback names the rollback some seconds after the status; it is a deployment of its own", async () => {
  const { deploymentId, ...clock } = await emulator.control.start("ec2-rolling", { atMs: 102_000 });
  const { revision, previousRevision } = (await info(deploymentId)) ?? {};
  await stop(deploymentId, true);
  await clock.moveTo("stopped");
  expect((await info(deploymentId))?.rollbackInfo).toEqual({});
  await clock.moveTo("rollbackKnown");
  const rollbackDeploymentId = (await info(deploymentId))?.rollbackInfo?.rollbackDeploymentId ?? "";
  expect(rollbackDeploymentId).toMatch(/^d-[A-Z0-9]{9}$/);
  const rollback = await info(rollbackDeploymentId);
  expect(rollback).toMatchObject({
    status: "InProgress",
    creator: "codeDeployRollback",
    rollbackInfo: { rollbackTriggeringDeploymentId: deploymentId },
    revision: previousRevision,
    applicationName: "checkout-api",
    deploymentGroupName: "prod",
  });
  expect(rollback?.revision).not.toEqual(revision);
  expect(rollback?.description).toBeUndefined();
  await clock.advance(3_600_000);
  expect(await info(rollbackDeploymentId)).toMatchObject({
    status: "Succeeded",
    deploymentOverview: { Succeeded: 6 },
  });
});

test("without autoRollbackEnabled the deployment's own configuration decides", async () => {
  const kept = await emulator.control.start("ec2-rolling", { atMs: 102_000 });
  await stop(kept.deploymentId);
  await kept.advance(600_000);
  expect((await info(kept.deploymentId))?.rollbackInfo).toEqual({});
  const undone = await emulator.control.start("ec2-blue-green", { moment: "rerouting" });
  await stop(undone.deploymentId);
  await undone.advance(600_000);
  expect((await info(undone.deploymentId))?.rollbackInfo?.rollbackDeploymentId).toMatch(/^d-/);
});

test("a deployment that has not begun is stopped at once, without targets and without a rollback", async () => {
  const { deploymentId, ...clock } = await emulator.control.start("ec2-rolling", { moment: "created" });
  expect(await stop(deploymentId, true)).toMatchObject({ status: "Succeeded" });
  await clock.advance(600_000);
  const stopped = await info(deploymentId);
  expect(stopped).toMatchObject({ status: "Stopped", rollbackInfo: {} });
  expect(stopped?.deploymentOverview).toBeUndefined();
});

test("what was to follow by itself never does after a stop", async () => {
  const { deploymentId, related, ...clock } = await emulator.control.start("ec2-failing", { atMs: 60_000 });
  await stop(deploymentId, false);
  await clock.advance(3_600_000);
  expect((await info(deploymentId))?.status).toBe("Stopped");
  await expect(info(related["rollback"] ?? "")).rejects.toThrow("could not be found");
});

test("ECS: the running event fails, the rest is skipped, traffic goes back, and the rollback is over before its id is told", async () => {
  const { deploymentId, ...clock } = await emulator.control.start("ecs-linear", { moment: "shifting" });
  expect(await stop(deploymentId, true)).toMatchObject({ status: "Pending" });
  await clock.moveTo("stopped");
  const [target] = await targets(deploymentId);
  const events = target?.ecsTarget?.lifecycleEvents ?? [];
  expect(events.map(({ status }) => status).slice(-3)).toEqual(["Succeeded", "Failed", "Skipped"]);
  expect(target?.ecsTarget?.taskSetsInfo).toMatchObject([
    { taskSetLabel: "Blue", status: "PRIMARY", trafficWeight: 100 },
    { taskSetLabel: "Green", status: "ACTIVE", trafficWeight: 0 },
  ]);
  await clock.moveTo("rollbackKnown");
  const id = (await info(deploymentId))?.rollbackInfo?.rollbackDeploymentId ?? "";
  expect(await info(id)).toMatchObject({
    status: "Succeeded",
    deploymentConfigName: "CodeDeployDefault.ECSAllAtOnce",
    creator: "codeDeployRollback",
  });
});

test("ECS: a stop without a rollback leaves the traffic where it is", async () => {
  const { deploymentId, ...clock } = await emulator.control.start("ecs-linear", { moment: "shifting" });
  await stop(deploymentId, false);
  await clock.advance(600_000);
  const [target] = await targets(deploymentId);
  expect(target?.ecsTarget?.taskSetsInfo).toMatchObject([{ trafficWeight: 60 }, { trafficWeight: 40 }]);
  expect((await info(deploymentId))?.rollbackInfo).toEqual({});
});

test("ECS: nothing is rolled back in BeforeInstall", async () => {
  const { deploymentId, ...clock } = await emulator.control.start("ecs-linear", { atMs: 3_500 });
  await stop(deploymentId, true);
  await clock.advance(600_000);
  expect(await info(deploymentId)).toMatchObject({ status: "Stopped", rollbackInfo: {} });
});

test("Lambda: a stop leaves the alias split; with a rollback another deployment points it back", async () => {
  const kept = await emulator.control.start("lambda-linear", { moment: "shifting" });
  expect(await stop(kept.deploymentId, false)).toMatchObject({ status: "Pending" });
  await kept.advance(600_000);
  const [split] = await targets(kept.deploymentId);
  expect(split?.lambdaTarget?.lambdaFunctionInfo?.targetVersionWeight).toBe(0.5);

  const undone = await emulator.control.start("lambda-canary", { moment: "canary" });
  await stop(undone.deploymentId, true);
  await undone.moveTo("rollbackKnown");
  const id = (await info(undone.deploymentId))?.rollbackInfo?.rollbackDeploymentId ?? "";
  await undone.advance(600_000);
  expect((await info(id))?.status).toBe("Succeeded");
  const [back] = await targets(id);
  expect(back?.lambdaTarget?.lambdaFunctionInfo).toMatchObject({
    currentVersion: "42",
    targetVersion: "41",
    targetVersionWeight: 1,
  });
  const [original] = await targets(undone.deploymentId);
  expect(original?.lambdaTarget?.lambdaFunctionInfo?.targetVersionWeight).toBe(0);
});

test("EC2 blue/green: in the rollback the fleets swap their parts", async () => {
  const { deploymentId, ...clock } = await emulator.control.start("ec2-blue-green", { moment: "rerouting" });
  await stop(deploymentId, true);
  await clock.moveTo("rollbackKnown");
  const id = (await info(deploymentId))?.rollbackInfo?.rollbackDeploymentId ?? "";
  const fleets = (await targets(id)).map(({ instanceTarget }) => ({
    label: instanceTarget?.instanceLabel,
    first: instanceTarget?.lifecycleEvents?.[0]?.lifecycleEventName,
  }));
  expect(fleets).toContainEqual({ label: "Blue", first: "BeforeAllowTraffic" });
  expect(fleets).toContainEqual({ label: "Green", first: "BeforeBlockTraffic" });
});

test("a rerouted deployment can be stopped and rolled back", async () => {
  const { deploymentId, ...clock } = await emulator.control.start("ecs-ready", { moment: "ready" });
  await goOn(deploymentId, "READY_WAIT");
  await clock.advance(5_000);
  await stop(deploymentId, true);
  await clock.moveTo("rollbackKnown");
  expect(await info(deploymentId)).toMatchObject({
    status: "Stopped",
    rollbackInfo: { rollbackDeploymentId: expect.stringMatching(/^d-/) },
  });
});
