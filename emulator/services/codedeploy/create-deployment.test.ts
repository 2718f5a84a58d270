import type { CreateDeploymentCommandInput } from "@aws-sdk/client-codedeploy";
import {
  BatchGetDeploymentsCommand,
  CreateDeploymentCommand,
  GetApplicationRevisionCommand,
  GetDeploymentGroupCommand,
  ListDeploymentsCommand,
  RegisterApplicationRevisionCommand,
} from "@aws-sdk/client-codedeploy";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { actingClientFor } from "../../../testing/acting-client.ts";
import { emulatorForTests } from "../../../testing/test-emulator.ts";
import type { DeploymentHandle } from "../../control/control-client.ts";

const emulator = emulatorForTests();
const client = actingClientFor(emulator);
const { stop, goOn, info: read, targets } = client;

let groups = 0;

/** A deployment that is over, in a group of its own with an earlier success. */
async function ended(scenario: string, moment: string) {
  groups += 1;
  const group = { applicationName: `app-${groups}`, deploymentGroupName: "prod" };
  const handle = await emulator.control.start(scenario, { moment, pastRuns: 1, ...group });
  const info = await read(handle.deploymentId);
  return { handle, info, group };
}

async function create(input: CreateDeploymentCommandInput): Promise<DeploymentHandle> {
  const { deploymentId = "" } = await client.codeDeploy.send(new CreateDeploymentCommand(input));
  return emulator.control.deployment(deploymentId);
}

test("EC2: the same revision once more runs on the same instances, and stands in the group's lists", async () => {
  const { handle, info, group } = await ended("ec2-same-failure", "failed");
  const revision = info?.revision ?? {};
  const next = await create({ ...group, revision, description: "Redeploy", fileExistsBehavior: "OVERWRITE" });
  expect(await read(next.deploymentId)).toMatchObject({
    status: "Created",
    creator: "user",
    description: "Redeploy",
    fileExistsBehavior: "OVERWRITE",
    revision,
    deploymentConfigName: info?.deploymentConfigName,
    ...group,
  });
  const { deployments = [] } = await client.codeDeploy.send(new ListDeploymentsCommand(group));
  expect(deployments.slice(0, 2)).toEqual([next.deploymentId, handle.deploymentId]);
  const { deploymentsInfo } = await client.codeDeploy.send(
    new BatchGetDeploymentsCommand({ deploymentIds: [next.deploymentId] }),
  );
  expect(deploymentsInfo).toHaveLength(1);

  await next.moveTo("running");
  expect((await read(next.deploymentId))?.status).toBe("InProgress");
  const ids = (all: Awaited<ReturnType<typeof targets>>) =>
    all.map(({ instanceTarget }) => instanceTarget?.targetId);
  expect(ids(await targets(next.deploymentId))).toEqual(ids(await targets(handle.deploymentId)));
  await next.moveTo("done");
  expect(await read(next.deploymentId)).toMatchObject({
    status: "Succeeded",
    deploymentOverview: { Succeeded: 10 },
  });
  const { deploymentGroupInfo } = await client.codeDeploy.send(new GetDeploymentGroupCommand(group));
  expect(deploymentGroupInfo?.lastSuccessfulDeployment?.deploymentId).toBe(next.deploymentId);
});

test("a request that comes twice is refused while the first deployment runs, and names it", async () => {
  const { info, group } = await ended("ec2-succeeded", "done");
  const input = { ...group, revision: info?.revision ?? {} };
  const first = await create(input);
  await expect(create(input)).rejects.toMatchObject({
    name: "DeploymentLimitExceededException",
    message: `The Deployment Group 'prod' already has an active Deployment '${first.deploymentId}'`,
  });
  await first.moveTo("done");
  const second = await create(input);
  expect(second.deploymentId).not.toBe(first.deploymentId);
});

test("a script of ApplicationStop that failed fails again, unless that is ignored", async () => {
  const { info, group } = await ended("ec2-application-stop-failed", "failed");
  const revision = info?.revision ?? {};
  const again = await create({ ...group, revision });
  await again.moveTo("done");
  expect((await read(again.deploymentId))?.status).toBe("Failed");
  const ignoring = await create({ ...group, revision, ignoreApplicationStopFailures: true });
  await ignoring.moveTo("done");
  expect((await read(ignoring.deploymentId))?.status).toBe("Succeeded");
});

test("RESTART takes the revision of the last success and installs nothing", async () => {
  const { info, group } = await ended("ec2-succeeded", "done");
  const next = await create({ ...group, deploymentMode: "RESTART" });
  await next.moveTo("done");
  expect(await read(next.deploymentId)).toMatchObject({
    status: "Succeeded",
    deploymentMode: "RESTART",
    revision: info?.revision,
  });
  const [target] = await targets(next.deploymentId);
  expect(
    target?.instanceTarget?.lifecycleEvents?.map(({ lifecycleEventName }) => lifecycleEventName),
  ).toEqual(["ApplicationStop", "ApplicationStart", "ValidateService"]);
});

test("ECS: an AppSpec's text is told by its hash, and the hash alone is enough to deploy it", async () => {
  const { info, group } = await ended("ecs-stopped-by-alarm", "stopped");
  const sha256 = info?.revision?.appSpecContent?.sha256 ?? "";
  const revision = { revisionType: "AppSpecContent", appSpecContent: { sha256 } } as const;
  const { applicationName } = group;
  const told = await client.codeDeploy.send(new GetApplicationRevisionCommand({ applicationName, revision }));
  const content = told.revision?.appSpecContent?.content ?? "";
  expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
  expect(content).toContain("AWS::ECS::Service");

  const { rollbackInfo } = info ?? {};
  const rollback = await emulator.control.deployment(rollbackInfo?.rollbackDeploymentId ?? "");
  await rollback.advance(600_000);
  const next = await create({ ...group, revision });
  expect(await read(next.deploymentId)).toMatchObject({
    // The group's, and not that of the rollback, which is the newest of it.
    deploymentConfigName: "CodeDeployDefault.ECSLinear10PercentEvery1Minutes",
    revision: { appSpecContent: { sha256 } },
  });
  await next.moveTo("terminationWait");
  const [target] = await targets(next.deploymentId);
  expect(target?.ecsTarget).toMatchObject({ status: "Succeeded", targetId: "prod:orders" });
  expect((await read(next.deploymentId))?.status).toBe("InProgress");
  await next.moveTo("done");
  expect((await read(next.deploymentId))?.status).toBe("Succeeded");
});

test("blue/green: a created deployment waits, goes on and can be stopped like any other", async () => {
  const { info, group } = await ended("ec2-blue-green-ready", "gaveUp");
  const next = await create({ ...group, revision: info?.revision ?? {} });
  const { deploymentId } = next;
  await next.advance(200_000);
  expect((await read(deploymentId))?.status).toBe("Ready");
  await goOn(deploymentId, "READY_WAIT");
  await next.advance(5_000);
  await stop(deploymentId, true);
  await next.moveTo("rollbackKnown");
  expect(await read(deploymentId)).toMatchObject({
    status: "Stopped",
    rollbackInfo: { rollbackDeploymentId: expect.stringMatching(/^d-/) },
  });
});

test("Lambda: an AppSpec that somebody registers can be deployed", async () => {
  const { group } = await ended("lambda-linear", "done");
  const { applicationName } = group;
  const content = "version: 0.0\nResources: []\n";
  const revision = { revisionType: "AppSpecContent", appSpecContent: { content } } as const;
  await client.codeDeploy.send(
    new RegisterApplicationRevisionCommand({ applicationName, revision, description: "By hand" }),
  );
  const sha256 = createHash("sha256").update(content).digest("hex");
  const byHash = { revisionType: "AppSpecContent", appSpecContent: { sha256 } } as const;
  const told = await client.codeDeploy.send(
    new GetApplicationRevisionCommand({ applicationName, revision: byHash }),
  );
  expect(told).toMatchObject({
    revision: { appSpecContent: { content, sha256 } },
    revisionInfo: { description: "By hand", deploymentGroups: [], registerTime: expect.any(Date) },
  });
  const next = await create({ ...group, revision: byHash });
  await next.moveTo("done");
  expect((await read(next.deploymentId))?.status).toBe("Succeeded");
  const used = await client.codeDeploy.send(
    new GetApplicationRevisionCommand({ applicationName, revision: byHash }),
  );
  expect(used.revisionInfo).toMatchObject({ deploymentGroups: ["prod"], firstUsedTime: expect.any(Date) });
});

const withActions = (...names: string[]) =>
  emulator.client({}, { allow: names.map((name) => `codedeploy:${name}`) });

test("creating takes the permission for the revision and the configuration as well", async () => {
  const { info, group } = await ended("ec2-succeeded", "done");
  const command = new CreateDeploymentCommand({ ...group, revision: info?.revision ?? {} });
  const without = await withActions("CreateDeployment", "GetDeploymentConfig");
  await expect(without.send(command)).rejects.toThrow(
    "codedeploy:GetApplicationRevision on resource: arn:aws",
  );
  const unconfigured = await withActions("CreateDeployment", "GetApplicationRevision");
  await expect(unconfigured.send(command)).rejects.toThrow("codedeploy:GetDeploymentConfig");
  const allowed = await withActions("CreateDeployment", "GetDeploymentConfig", "RegisterApplicationRevision");
  const overriding = new CreateDeploymentCommand({
    ...group,
    revision: info?.revision ?? {},
    overrideAlarmConfiguration: { enabled: false },
  });
  await expect(allowed.send(overriding)).rejects.toThrow("codedeploy:UpdateDeploymentGroup");
  expect((await allowed.send(command)).deploymentId).toMatch(/^d-/);
});
