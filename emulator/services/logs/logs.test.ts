import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { beforeAll, expect, test } from "vitest";
import { emulatorForTests } from "../../../testing/test-emulator.ts";

const emulator = emulatorForTests();
let client: CloudWatchLogsClient;

beforeAll(async () => {
  const { expiration: _, ...credentials } = await emulator.control.credentials();
  client = new CloudWatchLogsClient({
    endpoint: emulator.url,
    region: "us-east-1",
    credentials,
    maxAttempts: 1,
  });
});

const logGroupName = "/aws/lambda/CodeDeployHook_profile_smoke_test";

async function linesOf(more: { startFromHead?: boolean; startTime?: number; limit?: number }) {
  const first = await client.send(new FilterLogEventsCommand({ logGroupName, ...more }));
  expect(first.events).toEqual([]);
  const { nextToken } = first;
  const { events = [] } = await client.send(
    new FilterLogEventsCommand({ logGroupName, ...more, ...(nextToken !== undefined && { nextToken }) }),
  );
  return events;
}

test("a hook's lines come oldest or newest first, within a time, as far as they are written", async () => {
  const deployment = await emulator.control.start("ecs-hook-failed", { moment: "testing" });
  const before = await linesOf({});
  await deployment.moveTo("failed");
  const all = await linesOf({});
  expect(all.length).toBeGreaterThan(before.length);
  expect(all[0]?.message).toMatch(/^START RequestId: /);
  const newest = await linesOf({ startFromHead: false, limit: 1 });
  expect(newest[0]?.message).toMatch(/^REPORT RequestId: /);
  const late = await linesOf({ startTime: (all[2]?.timestamp ?? 0) + 1 });
  expect(late).toHaveLength(all.length - 3);
});

test("a group that is not there, a token and a limit that are none are refused", async () => {
  await emulator.control.start("ecs-hook-failed", { moment: "failed" });
  await expect(
    client.send(new FilterLogEventsCommand({ logGroupName: "/aws/lambda/nothing" })),
  ).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  await expect(
    client.send(new FilterLogEventsCommand({ logGroupName, nextToken: "x" })),
  ).rejects.toMatchObject({ name: "InvalidParameterException" });
  await expect(
    client.send(new FilterLogEventsCommand({ logGroupName, limit: 20_000 })),
  ).rejects.toMatchObject({
    name: "InvalidParameterException",
  });
});
