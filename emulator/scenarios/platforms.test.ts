import type { DeploymentTarget } from "@aws-sdk/client-codedeploy";
import {
  BatchGetDeploymentTargetsCommand,
  GetDeploymentCommand,
  ListDeploymentTargetsCommand,
} from "@aws-sdk/client-codedeploy";
import { expect, test } from "vitest";
import type { DeploymentHandle } from "../control/control-client.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";

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
  const { deploymentId } = await emulator.control.start("lambda-canary");
  const info = emulator.state.deployments.get(deploymentId)?.snapshot().info;
  expect(info?.revision?.appSpecContent?.content).toBeNull();
});

test("EC2 blue/green has no counts while it provisions, and says when it waits to terminate", async () => {
  const deployment = await emulator.control.start("ec2-blue-green", { moment: "provisioning" });
  expect((await look(deployment)).info?.deploymentOverview).toBeUndefined();
  await deployment.moveTo("terminationWait");
  expect((await look(deployment)).info).toMatchObject({
    status: "InProgress",
    instanceTerminationWaitTimeStarted: true,
    deploymentOverview: { Succeeded: 6 },
  });
});

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
