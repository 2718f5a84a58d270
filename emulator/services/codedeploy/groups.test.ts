import { GetDeploymentGroupCommand } from "@aws-sdk/client-codedeploy";
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
