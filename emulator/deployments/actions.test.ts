import {
  ContinueDeploymentCommand,
  GetDeploymentCommand,
  ListDeploymentTargetsCommand,
  BatchGetDeploymentTargetsCommand,
  SkipWaitTimeForInstanceTerminationCommand,
  StopDeploymentCommand,
} from "@aws-sdk/client-codedeploy";
import type { CodeDeployClient, DeploymentWaitType } from "@aws-sdk/client-codedeploy";
import { beforeAll, expect, test } from "vitest";
import { emulatorForTests } from "../../testing/test-emulator.ts";

const emulator = emulatorForTests();
let codeDeploy: CodeDeployClient;

beforeAll(async () => {
  codeDeploy = await emulator.client({}, { allow: ["codedeploy:*"] });
});

const stop = (deploymentId: string, autoRollbackEnabled?: boolean) =>
  codeDeploy.send(
    new StopDeploymentCommand({
      deploymentId,
      ...(autoRollbackEnabled !== undefined && { autoRollbackEnabled }),
    }),
  );

const goOn = (deploymentId: string, deploymentWaitType: DeploymentWaitType) =>
  codeDeploy.send(new ContinueDeploymentCommand({ deploymentId, deploymentWaitType }));

async function info(deploymentId: string) {
  return (await codeDeploy.send(new GetDeploymentCommand({ deploymentId }))).deploymentInfo;
}

async function targets(deploymentId: string) {
  const { targetIds = [] } = await codeDeploy.send(new ListDeploymentTargetsCommand({ deploymentId }));
  const batch = new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds: targetIds.slice(0, 25) });
  return (await codeDeploy.send(batch)).deploymentTargets ?? [];
}

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

test.each(["ec2-blue-green-ready", "ecs-ready"])(
  "%s goes on once somebody reroutes the traffic",
  async (scenario) => {
    const { deploymentId, ...clock } = await emulator.control.start(scenario, { moment: "ready" });
    await goOn(deploymentId, "READY_WAIT");
    expect((await info(deploymentId))?.status).toBe("InProgress");
    await expect(goOn(deploymentId, "READY_WAIT")).rejects.toThrow("does not have a status of Ready");
    await clock.advance(900_000);
    expect(await info(deploymentId)).toMatchObject({ status: "Succeeded" });
  },
);

test("who reroutes traffic can end the wait after it as well", async () => {
  const { deploymentId, ...clock } = await emulator.control.start("ecs-ready", { moment: "ready" });
  await goOn(deploymentId, "READY_WAIT");
  await clock.advance(120_000);
  expect(await info(deploymentId)).toMatchObject({ status: "InProgress" });
  expect((await targets(deploymentId))[0]?.ecsTarget?.status).toBe("Succeeded");
  await goOn(deploymentId, "TERMINATION_WAIT");
  await clock.advance(30_000);
  expect(await info(deploymentId)).toMatchObject({ status: "Succeeded" });
});

test.each(["ec2-blue-green", "ecs-linear"])(
  "%s ends soon after somebody ends its last wait",
  async (scenario) => {
    const { deploymentId, ...clock } = await emulator.control.start(scenario, { moment: "terminationWait" });
    await goOn(deploymentId, "TERMINATION_WAIT");
    expect((await info(deploymentId))?.status).toBe("InProgress");
    await expect(goOn(deploymentId, "TERMINATION_WAIT")).rejects.toThrow("does not wait to terminate");
    await clock.advance(20_000);
    expect((await info(deploymentId))?.status).toBe("Succeeded");
  },
);

test("the deprecated operation ends the last wait as well", async () => {
  const { deploymentId, ...clock } = await emulator.control.start("ec2-blue-green", {
    moment: "terminationWait",
  });
  await codeDeploy.send(new SkipWaitTimeForInstanceTerminationCommand({ deploymentId }));
  await clock.advance(20_000);
  expect((await info(deploymentId))?.status).toBe("Succeeded");
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
