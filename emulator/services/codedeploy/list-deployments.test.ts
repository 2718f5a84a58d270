import { ListDeploymentsCommand } from "@aws-sdk/client-codedeploy";
import { beforeAll, expect, test } from "vitest";
import { emulatorForTests } from "../../../testing/test-emulator.ts";

const NOW_MS = Date.now();
const emulator = emulatorForTests(() => NOW_MS);
const HOUR_MS = 3_600_000;

let newer: string;
let older: string;

beforeAll(async () => {
  newer = await startHoursAgo(1);
  older = await startHoursAgo(3);
});

async function startHoursAgo(hours: number): Promise<string> {
  const options = { createdAgoMs: hours * HOUR_MS };
  return (await emulator.control.start("ec2-rolling", options)).deploymentId;
}

function hoursAgo(hours: number): Date {
  return new Date(NOW_MS - hours * HOUR_MS);
}

async function list(input: object): Promise<string[] | undefined> {
  return (await emulator.codeDeploy.send(new ListDeploymentsCommand(input))).deployments;
}

test.each([
  ["open at both ends", undefined, undefined, () => [newer, older]],
  ["from a time on", 2, undefined, () => [newer]],
  ["up to a time", undefined, 2, () => [older]],
  ["between two times", 4, 2, () => [older]],
  ["of one moment", 1, 1, () => [newer]],
  ["in which nothing was created", 2.5, 2, () => []],
])("a range of times %s", async (_, from, to, expected) => {
  const createTimeRange = {
    ...(from !== undefined && { start: hoursAgo(from) }),
    ...(to !== undefined && { end: hoursAgo(to) }),
  };
  expect(await list({ createTimeRange })).toEqual(expected());
});

test("the deployments of a CloudFormation stack", async () => {
  const { deploymentId } = await emulator.control.start("cloudformation-baking", {
    region: "eu-west-1",
    moment: "baking",
  });
  const client = await emulator.client({ region: "eu-west-1" });
  const ofStack = async (externalId: string) =>
    (await client.send(new ListDeploymentsCommand({ externalId }))).deployments;
  const stackId = emulator.state.deployments.get(deploymentId)?.snapshot().info.externalId ?? "";
  expect(await ofStack(stackId)).toEqual([deploymentId]);
  expect(await ofStack(`${stackId}0`)).toEqual([]);
});

test("a page's token is good for the list that it was given for", async () => {
  await emulator.control.start("ec2-succeeded", { region: "us-west-2", pastRuns: 120 });
  const client = await emulator.client({ region: "us-west-2" });
  const all = await client.send(new ListDeploymentsCommand({}));
  expect(all.deployments).toHaveLength(100);
  const rest = await client.send(new ListDeploymentsCommand({ nextToken: all.nextToken }));
  expect(rest.deployments).toHaveLength(21);
  expect(rest.nextToken).toBeUndefined();
  const group = { applicationName: "billing-worker", deploymentGroupName: "prod" };
  const other = client.send(new ListDeploymentsCommand({ ...group, nextToken: all.nextToken }));
  await expect(other).rejects.toMatchObject({ name: "InvalidNextTokenException" });
});
