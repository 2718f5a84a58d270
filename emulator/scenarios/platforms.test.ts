import type { DeploymentInfo, DeploymentTarget } from "@aws-sdk/client-codedeploy";
import {
  BatchGetDeploymentTargetsCommand,
  GetDeploymentCommand,
  ListDeploymentTargetsCommand,
} from "@aws-sdk/client-codedeploy";
import { expect, test } from "vitest";
import type { DeploymentHandle } from "../control/control-client.ts";
import { SCENARIOS } from "./catalogue.ts";
import type { Scenario } from "../timeline/scenario.ts";
import type { Wire } from "../wire.ts";
import { rawClient } from "../../testing/signed-request.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";

const SETTING = { deploymentId: "d-TEST00001", region: "us-east-1", createdAtMs: 0, related: {} };
const emulator = emulatorForTests();

test("ECS shifts traffic in steps, swaps the roles, and is in progress through the termination wait", async () => {
  const deployment = await emulator.control.start("ecs-linear", { moment: "shifting" });
  const shifting = await look(deployment);
  expect(shifting.info?.status).toBe("InProgress");
  expect(shifting.info?.deploymentOverview).toBeUndefined();
  expect(taskSets(shifting.target)).toMatchObject([
    { taskSetLabel: "Blue", status: "PRIMARY", trafficWeight: 60, identifer: expect.any(String) },
    { taskSetLabel: "Green", status: "ACTIVE", trafficWeight: 40, runningCount: 6 },
  ]);

  await deployment.moveTo("terminationWait");
  const waiting = await look(deployment);
  expect(waiting.info?.status).toBe("InProgress");
  expect(waiting.info?.instanceTerminationWaitTimeStarted).toBe(false);
  expect(waiting.target?.ecsTarget?.status).toBe("Succeeded");
  expect(taskSets(waiting.target)).toMatchObject([
    { taskSetLabel: "Blue", status: "ACTIVE", trafficWeight: 0 },
    { taskSetLabel: "Green", status: "PRIMARY", trafficWeight: 100 },
  ]);

  await deployment.moveTo("done");
  expect((await look(deployment)).info?.deploymentOverview?.Succeeded).toBe(1);
});

test("Lambda tells its weight as a fraction", async () => {
  const deployment = await emulator.control.start("lambda-canary", { moment: "canary" });
  const weight = async () =>
    (await look(deployment)).target?.lambdaTarget?.lambdaFunctionInfo?.targetVersionWeight;
  expect(await weight()).toBe(0.1);
  await deployment.moveTo("done");
  expect(await weight()).toBe(1);
});

test("an alarm turns the running event into a failure and skips the rest, without start times", async () => {
  const deployment = await emulator.control.start("ecs-stopped-by-alarm", { moment: "stopped" });
  const { info, target } = await look(deployment);
  expect(info).toMatchObject({ status: "Stopped", errorInformation: { code: "ALARM_ACTIVE" } });
  const events = target?.ecsTarget?.lifecycleEvents ?? [];
  expect(events.slice(-2).map(({ status }) => status)).toEqual(["Failed", "Skipped"]);
  expect(events.at(-1)?.startTime).toBeUndefined();
});

test("an appspec's text is null, as at AWS", async () => {
  const client = await rawClient(emulator);
  const { deploymentId } = await emulator.control.start("lambda-canary");
  const { text } = await client.codeDeploy("GetDeployment", { deploymentId });
  expect(JSON.parse(text)).toMatchObject({
    deploymentInfo: {
      revision: { appSpecContent: { content: null, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    },
  });
});

test("EC2 blue/green has no counts and no targets while it provisions, and says when it waits to terminate", async () => {
  const deployment = await emulator.control.start("ec2-blue-green", { moment: "provisioning" });
  const { deploymentId } = deployment;
  const list = () => emulator.codeDeploy.send(new ListDeploymentTargetsCommand({ deploymentId }));
  const provisioning = new GetDeploymentCommand({ deploymentId });
  const { deploymentInfo } = await emulator.codeDeploy.send(provisioning);
  expect(deploymentInfo).toMatchObject({ status: "InProgress" });
  expect(deploymentInfo?.deploymentOverview).toBeUndefined();
  expect((await list()).targetIds).toEqual([]);
  await deployment.moveTo("installing");
  expect((await list()).targetIds).toHaveLength(6);
  await deployment.moveTo("terminationWait");
  expect((await look(deployment)).info).toMatchObject({
    status: "InProgress",
    instanceTerminationWaitTimeStarted: true,
    deploymentOverview: { Succeeded: 6 },
  });
});

test.each(SCENARIOS.filter(isOfInstances))(
  "$name has targets as soon as it is in progress and counted, and none before",
  (scenario) => {
    const contradictions = Array.from({ length: 201 }, (_, step) => (step * scenario.lengthMs) / 200).filter(
      (atMs) => {
        const { info, targets } = scenario.at(atMs, SETTING);
        const isBegun = info.status !== "Created" && info.status !== "Queued";
        return isBegun && targets.length > 0 !== countOf(info) > 0;
      },
    );
    expect(contradictions).toEqual([]);
  },
);

test("a fleet's failures come while one watches, and never outnumber those that are told", async () => {
  const deployment = await emulator.control.start("ec2-fleet", { moment: "started" });
  const early = (await look(deployment)).info?.deploymentOverview;
  await deployment.moveTo("halfway");
  const later = (await look(deployment)).info?.deploymentOverview;
  await deployment.moveTo("done");
  const end = (await look(deployment)).info?.deploymentOverview;
  expect([early?.Failed, end?.Failed]).toEqual([0, 6]);
  expect(later?.Failed).toBeGreaterThan(0);
  expect(end?.Succeeded).toBe(994);
});

/** Two scenarios tell of counts and targets that do not belong together, on purpose. */
function isOfInstances({ computePlatform, name }: Scenario): boolean {
  return computePlatform === "Server" && name !== "bare" && name !== "unknown-values";
}

function countOf({ deploymentOverview = {} }: Wire<DeploymentInfo>): number {
  return Object.values(deploymentOverview).reduce((sum, count) => sum + count, 0);
}

function taskSets(target: DeploymentTarget | undefined) {
  return target?.ecsTarget?.taskSetsInfo;
}

/** The deployment and its first target, through the SDK. */
async function look({ deploymentId }: DeploymentHandle) {
  const { deploymentInfo: info } = await emulator.codeDeploy.send(new GetDeploymentCommand({ deploymentId }));
  const { targetIds = [] } = await emulator.codeDeploy.send(
    new ListDeploymentTargetsCommand({ deploymentId }),
  );
  const { deploymentTargets } = await emulator.codeDeploy.send(
    new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds: targetIds.slice(0, 1) }),
  );
  return { info, target: deploymentTargets?.[0] };
}
