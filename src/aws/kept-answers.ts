import { AlarmHistoryItem$, CompositeAlarm$, LogAlarm$, MetricAlarm$ } from "@aws-sdk/client-cloudwatch";
import { DeploymentConfigInfo$, DeploymentGroupInfo$, DeploymentInfo$ } from "@aws-sdk/client-codedeploy";
import { NormalizedSchema } from "@smithy/core/schema";
import { toPlain } from "./answers.ts";
import { wrongMember } from "./refuse-wrong-types.ts";

/** The types of AWS's model of which answers are kept as plain data. */
const SCHEMAS = {
  AlarmHistoryItem: AlarmHistoryItem$,
  CompositeAlarm: CompositeAlarm$,
  DeploymentConfigInfo: DeploymentConfigInfo$,
  DeploymentGroupInfo: DeploymentGroupInfo$,
  DeploymentInfo: DeploymentInfo$,
  LogAlarm: LogAlarm$,
  MetricAlarm: MetricAlarm$,
};

export type KeptType = keyof typeof SCHEMAS;

/**
 * Checks plain data that was kept outside of the page by AWS's own schema, times as epoch milliseconds.
 *
 * @returns the path of the first member with a wrong type, below the value: `.alarms[0].name`; `undefined` where all are right
 */
export function wrongKept(type: KeptType, value: unknown): string | undefined {
  return wrongMember(NormalizedSchema.of(SCHEMAS[type]), value, "", (time) => typeof time === "number");
}

/** The same without members that are null, which no answer of the page has. */
export function withoutNulls<Value>(value: Value): Value;
export function withoutNulls(value: unknown): unknown {
  return toPlain(value);
}
