import { AutoScalingClient, DescribeScalingActivitiesCommand } from "@aws-sdk/client-auto-scaling";
import { expect, test } from "vitest";
import { emulatorForTests } from "../../../testing/test-emulator.ts";
import type { CredentialsRequest } from "../../control/access-routes.ts";

// The SDK's own client writes the requests and reads the answers.

const emulator = emulatorForTests();

async function activitiesOf(groupName: string, request: CredentialsRequest = {}, most = 100) {
  const { expiration: _, ...credentials } = await emulator.control.credentials(request);
  const client = new AutoScalingClient({
    endpoint: emulator.url,
    region: "us-east-1",
    credentials,
    maxAttempts: 1,
  });
  const command = new DescribeScalingActivitiesCommand({
    AutoScalingGroupName: groupName,
    IncludeDeletedGroups: true,
    MaxRecords: most,
  });
  return (await client.send(command)).Activities ?? [];
}

test("a fleet without capacity has failed launches, the newest first, with AWS's reason", async () => {
  const deployment = await emulator.control.start("ec2-no-capacity", { moment: "provisioning" });
  const found = await activitiesOf(`CodeDeploy_prod_${deployment.deploymentId}`);
  expect(found).toHaveLength(5);
  expect(found[0]).toMatchObject({ StatusCode: "Failed", Progress: 100 });
  expect(found[0]?.StatusMessage).toContain("do not have sufficient g5.12xlarge capacity");
  expect(found[0]?.StartTime?.getTime()).toBeGreaterThan(found[4]?.StartTime?.getTime() ?? 0);
  expect(await activitiesOf(`CodeDeploy_prod_${deployment.deploymentId}`, {}, 2)).toHaveLength(2);
});

test("a fleet that comes up has none that failed", async () => {
  const deployment = await emulator.control.start("ec2-blue-green", { moment: "provisioning" });
  expect(await activitiesOf(`CodeDeploy_prod_${deployment.deploymentId}`)).toEqual([]);
});

test("a group that is not there, and a role without the action, are refused", async () => {
  await expect(activitiesOf("nothing")).rejects.toMatchObject({ name: "ValidationError" });
  await expect(activitiesOf("nothing", { deny: ["autoscaling:DescribeScalingActivities"] })).rejects.toThrow(
    "not authorized to perform: autoscaling:DescribeScalingActivities",
  );
});
