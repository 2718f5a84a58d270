import {
  BatchGetDeploymentsCommand,
  ListDeploymentsCommand,
  ListDeploymentTargetsCommand,
  BatchGetDeploymentTargetsCommand,
} from "@aws-sdk/client-codedeploy";
import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";
import { beforeAll, expect, test } from "vitest";
import { emulatorForTests } from "../../testing/test-emulator.ts";

const emulator = emulatorForTests();
const GROUP = { applicationName: "past", deploymentGroupName: "prod" };
let all: DeploymentInfo[];

beforeAll(async () => {
  await emulator.control.start("ec2-rolling", { ...GROUP, moment: "halfway", history: 1000 });
  all = await read(await ids({ ...GROUP }));
});

/** All ids of a list, page after page. */
async function ids(input: object): Promise<string[]> {
  const found: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await emulator.codeDeploy.send(new ListDeploymentsCommand({ ...input, nextToken }));
    found.push(...(page.deployments ?? []));
    ({ nextToken } = page);
  } while (nextToken !== undefined);
  return found;
}

async function read(deploymentIds: readonly string[]): Promise<DeploymentInfo[]> {
  const batches = Array.from({ length: Math.ceil(deploymentIds.length / 25) }, (_, place) =>
    emulator.codeDeploy.send(
      new BatchGetDeploymentsCommand({ deploymentIds: deploymentIds.slice(place * 25, (place + 1) * 25) }),
    ),
  );
  return (await Promise.all(batches)).flatMap(({ deploymentsInfo = [] }) => deploymentsInfo);
}

const lengthMs = ({ createTime, completeTime }: DeploymentInfo) =>
  (completeTime?.getTime() ?? 0) - (createTime?.getTime() ?? 0);

const median = (numbers: number[]) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

test("a group of a thousand has a past with failures, rollbacks, and other revisions, newest first", () => {
  expect(all.length).toBeGreaterThan(1001);
  const times = all.map(({ createTime }) => createTime?.getTime() ?? 0);
  expect(times).toEqual(times.toSorted((one, other) => other - one));
  const failed = all.filter(({ status }) => status === "Failed");
  expect(failed.length).toBeGreaterThan(50);
  expect(failed.length).toBeLessThan(150);
  const known = new Map(all.map((deployment) => [deployment.deploymentId, deployment]));
  for (const { deploymentId, rollbackInfo, previousRevision } of failed) {
    const rollback = known.get(rollbackInfo?.rollbackDeploymentId);
    expect(rollback).toMatchObject({
      status: "Succeeded",
      creator: "codeDeployRollback",
      rollbackInfo: { rollbackTriggeringDeploymentId: deploymentId },
      revision: previousRevision,
    });
  }
  const commits = all.map(({ revision }) => revision?.gitHubLocation?.commitId);
  expect(new Set(commits).size).toBeGreaterThan(900);
});

test("deployments have become slower over time", () => {
  const lengths = all
    .filter(({ status, creator }) => status === "Succeeded" && creator === "user")
    .map(lengthMs);
  expect(median(lengths.slice(0, 100))).toBeGreaterThan(1.3 * median(lengths.slice(-100)));
});

test("a deployment of the past has targets whose events lie within its time", async () => {
  const failed = all.find(({ status }) => status === "Failed");
  const deploymentId = failed?.deploymentId ?? "";
  const { targetIds } = await emulator.codeDeploy.send(new ListDeploymentTargetsCommand({ deploymentId }));
  const { deploymentTargets = [] } = await emulator.codeDeploy.send(
    new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds }),
  );
  const events = deploymentTargets.flatMap(({ instanceTarget }) => instanceTarget?.lifecycleEvents ?? []);
  const ends = events.flatMap(({ endTime }) => endTime ?? []);
  expect(ends.length).toBeGreaterThan(5);
  for (const end of ends) {
    expect(end.getTime()).toBeGreaterThan(failed?.createTime?.getTime() ?? 0);
    expect(end.getTime()).toBeLessThanOrEqual(failed?.completeTime?.getTime() ?? 0);
  }
});

test.each(["ecs-linear", "lambda-canary"])("%s has a past as well", async (scenario) => {
  const group = { ...GROUP, applicationName: `past-${scenario}` };
  await emulator.control.start(scenario, { ...group, moment: "done", history: 40 });
  const past = await read(await ids(group));
  const own = past.map(
    ({ status, revision }) => `${status} ${revision?.appSpecContent?.sha256 ?? revision?.revisionType}`,
  );
  expect(new Set(own).size).toBeGreaterThan(30);
});

test("some deployments of a list by their status and their time", async () => {
  const failed = await ids({ ...GROUP, includeOnlyStatuses: ["Failed"] });
  expect(failed).toEqual(
    all.filter(({ status }) => status === "Failed").map(({ deploymentId }) => deploymentId),
  );
  const start = all[20]?.createTime;
  expect(await ids({ ...GROUP, createTimeRange: { start } })).toHaveLength(21);
});
