import * as sdk from "@aws-sdk/client-cloudwatch";
import type { DescribeAlarmHistoryOutput, DescribeAlarmsOutput } from "@aws-sdk/client-cloudwatch";
import { AwsError } from "../../access/aws-error.ts";
import type { Deployment } from "../../deployments/deployment.ts";
import type { Alarm } from "../../timeline/alarms.ts";
import { alarmArn, alarmAt, alarmChanges } from "../../timeline/alarms.ts";
import type { Wire } from "../../wire.ts";
import type { Resources, SignedCall } from "../signed-json-service.ts";
import { signedJsonService } from "../signed-json-service.ts";

const COMMAND = /^(\w+)Command$/;

/** CloudWatch, as far as the alarms of deployment groups go. */
export const cloudWatch = signedJsonService({
  name: "monitoring",
  iamPrefix: "cloudwatch",
  title: "CloudWatch",
  target: "GraniteServiceVersion20100801",
  jsonVersion: "1.0",
  operations: {
    DescribeAlarms: {
      schema: sdk.DescribeAlarms$,
      answer: describeAlarms,
      resources: namedAlarms,
      canBeNarrowed: false,
    },
    DescribeAlarmHistory: {
      schema: sdk.DescribeAlarmHistory$,
      answer: describeAlarmHistory,
      resources: namedAlarm,
      canBeNarrowed: false,
    },
  },
  allNames: new Set(Object.keys(sdk).flatMap((name) => COMMAND.exec(name)?.[1] ?? [])),
});

const MOST_NAMES = 100;

/** CloudWatch's DescribeAlarms: only metric alarms, unless other types are asked for. */
function describeAlarms(call: SignedCall): Wire<DescribeAlarmsOutput> {
  const { input } = call;
  refuseToken(call);
  const names = input.texts("AlarmNames");
  if (names && names.length > MOST_NAMES) {
    throw new AwsError("ValidationError", `At most ${MOST_NAMES} alarm names can be given.`);
  }
  const types = input.texts("AlarmTypes") ?? ["MetricAlarm"];
  const found = watchedAlarms(call)
    .filter(({ alarm }) => names?.includes(alarm.name) ?? true)
    .map(({ alarm, deployment }) => alarmAt(alarm, deployment.atMs, deployment.setting));
  return {
    MetricAlarms: found.flatMap((each) =>
      "metric" in each && types.includes("MetricAlarm") ? [each.metric] : [],
    ),
    CompositeAlarms: found.flatMap((each) =>
      "composite" in each && types.includes("CompositeAlarm") ? [each.composite] : [],
    ),
  };
}

/** CloudWatch's DescribeAlarmHistory, as far as changes of state go. */
function describeAlarmHistory(call: SignedCall): Wire<DescribeAlarmHistoryOutput> {
  const { input } = call;
  refuseToken(call);
  const { start, end } = { start: input.time("StartDate"), end: input.time("EndDate") };
  const name = input.text("AlarmName");
  const items = watchedAlarms(call)
    .filter(({ alarm }) => name === undefined || alarm.name === name)
    .flatMap(({ alarm, deployment }) => alarmChanges(alarm, deployment.atMs, deployment.setting))
    .filter(({ Timestamp = 0 }) => Timestamp >= (start ?? 0) && Timestamp <= (end ?? Infinity));
  return { AlarmHistoryItems: items };
}

/** Every alarm of the Region, each once: where several deployments watch one, as the newest of them has it. */
function watchedAlarms({ region, deployments }: SignedCall): { alarm: Alarm; deployment: Deployment }[] {
  const all = deployments
    .inRegion(region)
    .flatMap((deployment) => (deployment.scenario.alarms ?? []).map((alarm) => ({ alarm, deployment })));
  return [...new Map(all.map((each) => [each.alarm.name, each])).values()];
}

/** Every answer fits one page, so that this emulator gives no tokens. */
function refuseToken({ input }: SignedCall): void {
  if (input.text("NextToken") !== undefined) {
    throw new AwsError("InvalidNextToken", "The next token is not valid.");
  }
}

function namedAlarms({ input, region }: SignedCall): Resources {
  const [first = "*", ...others] = input.texts("AlarmNames") ?? [];
  return [alarmArn(region, first), ...others.map((name) => alarmArn(region, name))];
}

function namedAlarm({ input, region }: SignedCall): Resources {
  return [alarmArn(region, input.text("AlarmName") ?? "*")];
}
