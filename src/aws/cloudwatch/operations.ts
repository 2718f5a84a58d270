import {
  CloudWatchClient,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
} from "@aws-sdk/client-cloudwatch";
import type { CredentialSource } from "../../access/credentials.ts";
import type { AlarmChange, AlarmsByKind } from "../../codedeploy/alarms/alarm.ts";
import type { Config } from "../../config/schema.ts";
import { toPlain } from "../answers.ts";
import type { NeededPermission } from "../permission.ts";
import { neededPermissions } from "../permission.ts";
import { sdkAttempt, sdkOperation } from "../sdk-service.ts";
import type { Attempts, Service } from "../service.ts";

interface AlarmsInput {
  region: string;
  /** At most 100, as AWS allows. */
  alarmNames: readonly string[];
}

interface HistoryInput {
  region: string;
  alarmName: string;
  /** Epoch milliseconds. */
  fromMs: number;
  untilMs: number;
}

/** Every operation of CloudWatch that the app asks; see `CloudWatch`. */
export const operations = {
  /**
   * The alarms with these names, in no particular order; those that do not exist are missing. AWS leaves out composite and
   * log alarms unless they are asked for.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
   */
  describeAlarms: sdkOperation({
    command: ({ alarmNames }: AlarmsInput) =>
      new DescribeAlarmsCommand({
        AlarmNames: [...alarmNames],
        AlarmTypes: ["MetricAlarm", "CompositeAlarm", "LogAlarm"],
        MaxRecords: 100,
      }),
    result: ({ MetricAlarms, CompositeAlarms, LogAlarms }): AlarmsByKind => ({
      metric: toPlain(MetricAlarms ?? []),
      composite: toPlain(CompositeAlarms ?? []),
      log: toPlain(LogAlarms ?? []),
    }),
  }),
  /**
   * The changes of an alarm's state within a time, the newest first, at most 100. CloudWatch keeps them for 30 days.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html
   */
  describeAlarmHistory: sdkOperation({
    command: ({ alarmName, fromMs, untilMs }: HistoryInput) =>
      new DescribeAlarmHistoryCommand({
        AlarmName: alarmName,
        AlarmTypes: ["MetricAlarm", "CompositeAlarm", "LogAlarm"],
        HistoryItemType: "StateUpdate",
        StartDate: new Date(fromMs),
        EndDate: new Date(untilMs),
        ScanBy: "TimestampDescending",
        MaxRecords: 100,
      }),
    result: ({ AlarmHistoryItems }): AlarmChange[] => toPlain(AlarmHistoryItems ?? []),
  }),
};

/** CloudWatch as the rest of the app sees it: a method for each line of the table of operations. */
export interface CloudWatch extends Service<typeof operations> {}

/** Attempts at these operations over the SDK. */
export function cloudWatchAttempt(
  config: Config,
  credentials: CredentialSource,
): Attempts<typeof operations> {
  return sdkAttempt(
    "cloudwatch",
    operations,
    (options) => new CloudWatchClient(options),
    config,
    credentials,
  );
}

/**
 * The IAM actions that the app needs, one for each operation.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
 */
export const permissions = (): NeededPermission<{ cloudWatch: CloudWatch }>[] =>
  neededPermissions<typeof operations, { cloudWatch: CloudWatch }>(
    "cloudwatch",
    {
      describeAlarms: {
        role: "reader",
        // A policy narrowed to alarms does not let composite alarms be seen.
        resource: "*",
        without: "no states of alarms",
        trial: ({ region }) => ({ region, alarmNames: ["Deploywatch"] }),
      },
      describeAlarmHistory: {
        role: "reader",
        resource: "*",
        without: "no time at which an alarm began to fire",
        trial: ({ region }) => ({ region, alarmName: "Deploywatch", fromMs: 0, untilMs: 1 }),
      },
    },
    ({ cloudWatch }) => cloudWatch,
  );
