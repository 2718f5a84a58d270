import {
  CloudWatchClient,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
} from "@aws-sdk/client-cloudwatch";
import { expect, test } from "vitest";
import { rawClient } from "../../../testing/signed-request.ts";
import { emulatorForTests } from "../../../testing/test-emulator.ts";

const emulator = emulatorForTests();

async function client(deny: string[] = []): Promise<CloudWatchClient> {
  const { expiration: _, ...credentials } = await emulator.control.credentials({ deny });
  return new CloudWatchClient({ endpoint: emulator.url, region: "us-east-1", credentials, maxAttempts: 1 });
}

test("an alarm's state and reason follow the deployment that it stops", async () => {
  const deployment = await emulator.control.start("ecs-stopped-by-alarm", { moment: "shifting" });
  const ask = new DescribeAlarmsCommand({ AlarmNames: ["orders-prod-5xx", "nobody"] });
  const cloudWatch = await client();
  const quiet = await cloudWatch.send(ask);
  expect(quiet.MetricAlarms).toMatchObject([{ AlarmName: "orders-prod-5xx", StateValue: "OK" }]);
  await deployment.moveTo("firing");
  const firing = await cloudWatch.send(ask);
  expect(firing.MetricAlarms).toMatchObject([
    {
      StateValue: "ALARM",
      StateReason: expect.stringContaining("were greater than the threshold (10.0)"),
      StateTransitionedTimestamp: expect.any(Date),
    },
  ]);
});

test("composite alarms come only where they are asked for", async () => {
  await emulator.control.start("ecs-stopped-by-alarm", { moment: "stopped" });
  const cloudWatch = await client();
  const AlarmNames = ["orders-prod-latency-p99"];
  const usual = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames }));
  expect(usual).toMatchObject({ MetricAlarms: [], CompositeAlarms: [] });
  const asked = await cloudWatch.send(
    new DescribeAlarmsCommand({ AlarmNames, AlarmTypes: ["MetricAlarm", "CompositeAlarm"] }),
  );
  expect(asked.CompositeAlarms).toMatchObject([{ AlarmRule: expect.stringContaining(" OR ALARM(") }]);
});

test("an alarm's changes of state come newest first, within the times that are asked for", async () => {
  const deployment = await emulator.control.start("ecs-stopped-by-alarm", { moment: "stopped" });
  const cloudWatch = await client();
  const history = async (StartDate: Date) =>
    cloudWatch.send(new DescribeAlarmHistoryCommand({ AlarmName: "orders-prod-5xx", StartDate }));
  const { AlarmHistoryItems: [change] = [] } = await history(new Date(0));
  expect(change).toMatchObject({
    HistoryItemType: "StateUpdate",
    HistorySummary: "Alarm updated from OK to ALARM",
  });
  expect(JSON.parse(change?.HistoryData ?? "")).toMatchObject({ newState: { stateValue: "ALARM" } });
  await deployment.advance(300_000);
  const later = await history(new Date(0));
  expect(later.AlarmHistoryItems?.map(({ HistorySummary }) => HistorySummary)).toEqual([
    "Alarm updated from ALARM to OK",
    "Alarm updated from OK to ALARM",
  ]);
  const none = await history(new Date(Date.now() + 86_400_000));
  expect(none.AlarmHistoryItems).toEqual([]);
});

test("a role without the action is refused by name", async () => {
  const cloudWatch = await client(["cloudwatch:DescribeAlarms"]);
  await expect(cloudWatch.send(new DescribeAlarmsCommand({}))).rejects.toMatchObject({
    name: "AccessDeniedException",
    message: expect.stringContaining("cloudwatch:DescribeAlarms on resource: arn:aws:cloudwatch:us-east-1:"),
  });
});

test("it speaks version 1.0 of the JSON protocol, and gives no tokens", async () => {
  const raw = await rawClient(emulator);
  const answer = await raw.cloudWatch("DescribeAlarms", {});
  expect(answer.headers.get("content-type")).toBe("application/x-amz-json-1.0");
  const refused = await raw.cloudWatch("DescribeAlarms", { NextToken: "of nobody" });
  expect(JSON.parse(refused.text)).toMatchObject({ __type: "InvalidNextToken" });
  const many = Array.from({ length: 101 }, (_, index) => `alarm-${index}`);
  expect((await raw.cloudWatch("DescribeAlarms", { AlarmNames: many })).text).toContain("ValidationError");
});
