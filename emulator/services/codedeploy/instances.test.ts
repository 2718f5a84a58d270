import {
  BatchGetDeploymentInstancesCommand,
  GetDeploymentInstanceCommand,
  GetDeploymentTargetCommand,
  ListDeploymentConfigsCommand,
  ListDeploymentInstancesCommand,
  ListDeploymentTargetsCommand,
} from "@aws-sdk/client-codedeploy";
import { expect, test } from "vitest";
import { emulatorForTests } from "../../../testing/test-emulator.ts";

const emulator = emulatorForTests();

async function firstTargetOf(deploymentId: string): Promise<string> {
  const { targetIds = [] } = await emulator.codeDeploy.send(
    new ListDeploymentTargetsCommand({ deploymentId }),
  );
  return targetIds[0] ?? "";
}

test.each([
  ["ec2-rolling", "halfway", "instanceTarget"],
  ["ecs-linear", "shifting", "ecsTarget"],
  ["lambda-canary", "canary", "lambdaTarget"],
  ["cloudformation-baking", "baking", "cloudFormationTarget"],
] as const)("one target of %s", async (scenario, moment, member) => {
  const { deploymentId } = await emulator.control.start(scenario, { moment });
  const targetId = await firstTargetOf(deploymentId);
  const { deploymentTarget } = await emulator.codeDeploy.send(
    new GetDeploymentTargetCommand({ deploymentId, targetId }),
  );
  expect(deploymentTarget?.[member]).toMatchObject({ deploymentId, targetId });
});

test("the operations of old tell of instances what the new ones tell of targets", async () => {
  const { deploymentId } = await emulator.control.start("ec2-blue-green", { moment: "rerouting" });
  const { instancesList = [] } = await emulator.codeDeploy.send(
    new ListDeploymentInstancesCommand({ deploymentId }),
  );
  const { targetIds } = await emulator.codeDeploy.send(new ListDeploymentTargetsCommand({ deploymentId }));
  expect(instancesList).toEqual(targetIds);
  for (const instanceId of instancesList) {
    const { instanceSummary } = await emulator.codeDeploy.send(
      new GetDeploymentInstanceCommand({ deploymentId, instanceId }),
    );
    const { deploymentTarget } = await emulator.codeDeploy.send(
      new GetDeploymentTargetCommand({ deploymentId, targetId: instanceId }),
    );
    const { targetArn, instanceLabel, status, lastUpdatedAt, lifecycleEvents } =
      deploymentTarget?.instanceTarget ?? {};
    expect(instanceSummary).toEqual({
      deploymentId,
      instanceId: targetArn,
      instanceType: instanceLabel,
      status,
      lastUpdatedAt,
      lifecycleEvents,
    });
  }
});

test("instances are filtered by state and by environment", async () => {
  const { deploymentId } = await emulator.control.start("ec2-blue-green", { moment: "installing" });
  const count = async (filters: object) => {
    const command = new ListDeploymentInstancesCommand({ deploymentId, ...filters });
    return (await emulator.codeDeploy.send(command)).instancesList?.length;
  };
  const all = (await count({})) ?? 0;
  expect(await count({ instanceTypeFilter: ["Green"] })).toBe(3);
  expect(await count({ instanceTypeFilter: ["Blue", "Green"] })).toBe(all);
  expect(await count({ instanceTypeFilter: ["Green"], instanceStatusFilter: ["Failed"] })).toBe(0);
});

test("a batch tells of the instances that there are, and names those that there are not", async () => {
  const { deploymentId } = await emulator.control.start("ec2-succeeded", { moment: "done" });
  const instanceId = await firstTargetOf(deploymentId);
  const ask = (instanceIds: string[]) =>
    emulator.codeDeploy.send(new BatchGetDeploymentInstancesCommand({ deploymentId, instanceIds }));
  const whole = await ask([instanceId]);
  expect(whole.instancesSummary).toMatchObject([{ deploymentId, status: "Succeeded" }]);
  expect(whole.errorMessage).toBeUndefined();
  const partial = await ask([instanceId, "i-0123456789abcdef0"]);
  expect(partial.instancesSummary).toEqual(whole.instancesSummary);
  expect(partial.errorMessage).toContain("i-0123456789abcdef0");
});

test("the deployment configurations are listed by name", async () => {
  const { deploymentConfigsList = [] } = await emulator.codeDeploy.send(new ListDeploymentConfigsCommand({}));
  expect(deploymentConfigsList).toContain("CodeDeployDefault.OneAtATime");
  expect(deploymentConfigsList).toEqual([...new Set(deploymentConfigsList)].toSorted());
});
