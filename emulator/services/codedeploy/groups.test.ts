import {
  BatchGetApplicationsCommand,
  BatchGetDeploymentGroupsCommand,
  GetDeploymentGroupCommand,
  ListApplicationsCommand,
  ListDeploymentGroupsCommand,
} from "@aws-sdk/client-codedeploy";
import { expect, test } from "vitest";
import { emulatorForTests } from "../../../testing/test-emulator.ts";

const emulator = emulatorForTests();

test("a group names its alarms, its last attempt and its last success", async () => {
  const deployment = await emulator.control.start("ecs-stopped-by-alarm", {
    moment: "stopped",
    pastRuns: 2,
  });
  const { deploymentGroupInfo } = await emulator.codeDeploy.send(
    new GetDeploymentGroupCommand({
      applicationName: "AppECS-prod-orders",
      deploymentGroupName: "DgpECS-prod-orders",
    }),
  );
  expect(deploymentGroupInfo).toMatchObject({
    alarmConfiguration: {
      enabled: true,
      alarms: [{ name: "orders-prod-5xx" }, { name: "orders-prod-latency-p99" }],
    },
    lastAttemptedDeployment: { deploymentId: deployment.related["rollback"] },
    lastSuccessfulDeployment: { status: "Succeeded", endTime: expect.any(Date) },
    targetRevision: { revisionType: "AppSpecContent" },
  });
});

test("a group that watches no alarm says so", async () => {
  await emulator.control.start("ec2-rolling", { moment: "halfway" });
  const { deploymentGroupInfo } = await emulator.codeDeploy.send(
    new GetDeploymentGroupCommand({ applicationName: "checkout-api", deploymentGroupName: "prod" }),
  );
  expect(deploymentGroupInfo?.alarmConfiguration).toEqual({
    enabled: false,
    ignorePollAlarmFailure: false,
    alarms: [],
  });
});

test("applications and their groups are listed by name, page after page, each with its platform", async () => {
  const start = (applicationName: string, deploymentGroupName: string, scenario = "ecs-linear") =>
    emulator.control.start(scenario, {
      region: "ap-south-1",
      applicationName,
      deploymentGroupName,
      moment: "done",
    });
  await start("shop", "prod");
  await start("shop", "beta.1");
  const many = Array.from({ length: 101 }, (_, place) => `group-${String(place).padStart(3, "0")}`);
  await Promise.all(many.toReversed().map((group) => start("many", group, "lambda-canary")));
  const client = await emulator.client({ region: "ap-south-1" });
  const { applications } = await client.send(new ListApplicationsCommand({}));
  expect(applications).toEqual(["many", "shop"]);
  const { applicationsInfo } = await client.send(
    new BatchGetApplicationsCommand({ applicationNames: ["shop", "many"] }),
  );
  expect(
    applicationsInfo?.map(({ applicationName, computePlatform }) => [applicationName, computePlatform]),
  ).toEqual([
    ["shop", "ECS"],
    ["many", "Lambda"],
  ]);
  const first = await client.send(new ListDeploymentGroupsCommand({ applicationName: "many" }));
  const { nextToken } = first;
  const rest = await client.send(new ListDeploymentGroupsCommand({ applicationName: "many", nextToken }));
  expect([first.deploymentGroups?.length, rest.deploymentGroups]).toEqual([100, ["group-100"]]);
  const stolen = client.send(new ListDeploymentGroupsCommand({ applicationName: "shop", nextToken }));
  await expect(stolen).rejects.toMatchObject({ name: "InvalidNextTokenException" });
  const batch = await client.send(
    new BatchGetDeploymentGroupsCommand({
      applicationName: "shop",
      deploymentGroupNames: ["prod", "nowhere", "beta.1"],
    }),
  );
  expect(batch.deploymentGroupsInfo?.map(({ deploymentGroupName }) => deploymentGroupName)).toEqual([
    "prod",
    "beta.1",
  ]);
  expect(batch.errorMessage).toContain("nowhere");
  expect(batch.deploymentGroupsInfo?.[0]).toMatchObject({
    ecsServices: [{ clusterName: "prod", serviceName: "storefront" }],
    lastSuccessfulDeployment: { status: "Succeeded" },
  });
});
