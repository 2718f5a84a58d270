import type { AlarmHistoryItem, CompositeAlarm, MetricAlarm, StateValue } from "@aws-sdk/client-cloudwatch";
import { ACCOUNT_ID } from "../account-id.ts";
import type { Wire } from "../wire.ts";
import { wireTime } from "../wire.ts";
import type { Setting } from "./scenario.ts";

/** A CloudWatch alarm that a scenario's deployment group watches. */
export interface Alarm {
  readonly name: string;
  /** What is the same in every state. */
  readonly facts: { readonly metric: Wire<MetricAlarm> } | { readonly composite: Wire<CompositeAlarm> };
  /** In order of time, in milliseconds since the deployment was created; the first lies long before it. */
  readonly states: readonly [AlarmState, ...AlarmState[]];
}

interface AlarmState {
  readonly fromMs: number;
  readonly value: StateValue;
  readonly reason: string;
}

/** An alarm as DescribeAlarms has it, some milliseconds after its deployment was created. */
export function alarmAt(alarm: Alarm, atMs: number, { region, createdAtMs }: Setting) {
  const { fromMs, value, reason } = stateAt(alarm, atMs);
  const sinceS = wireTime(createdAtMs + fromMs);
  const common = {
    AlarmName: alarm.name,
    AlarmArn: alarmArn(region, alarm.name),
    ActionsEnabled: true,
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    StateValue: value,
    StateReason: reason,
    StateUpdatedTimestamp: sinceS,
    StateTransitionedTimestamp: sinceS,
  };
  return "metric" in alarm.facts
    ? { metric: { ...common, ...alarm.facts.metric } }
    : { composite: { ...common, ...alarm.facts.composite } };
}

/** The changes of an alarm's state until then, as DescribeAlarmHistory has them: the newest first. */
export function alarmChanges(alarm: Alarm, atMs: number, { createdAtMs }: Setting): Wire<AlarmHistoryItem>[] {
  const { states } = alarm;
  return states
    .flatMap((to, place): Wire<AlarmHistoryItem>[] => {
      const from = states[place - 1];
      if (!from || to.fromMs > atMs) return [];
      return [
        {
          AlarmName: alarm.name,
          AlarmType: "metric" in alarm.facts ? "MetricAlarm" : "CompositeAlarm",
          Timestamp: wireTime(createdAtMs + to.fromMs),
          HistoryItemType: "StateUpdate",
          HistorySummary: `Alarm updated from ${from.value} to ${to.value}`,
          HistoryData: JSON.stringify({
            version: "1.0",
            oldState: historyState(from),
            newState: historyState(to),
          }),
        },
      ];
    })
    .toReversed();
}

function historyState({ value, reason }: AlarmState) {
  return { stateValue: value, stateReason: reason };
}

/** The ARN of an alarm of the emulated account. */
export function alarmArn(region: string, name: string): string {
  return `arn:aws:cloudwatch:${region}:${ACCOUNT_ID}:alarm:${name}`;
}

function stateAt({ states }: Alarm, atMs: number): AlarmState {
  return states.findLast(({ fromMs }) => fromMs <= atMs) ?? states[0];
}

const MONTH_MS = -30 * 24 * 3_600_000;

/** The state that an alarm has had for a month. */
export function quiet(reason: string): AlarmState {
  return { fromMs: MONTH_MS, value: "OK", reason };
}

/** An alarm on a count of errors: more than ten a minute, in two of three minutes. */
export function errorsAlarm(name: string, metric: Wire<MetricAlarm>, states: Alarm["states"]): Alarm {
  return {
    name,
    facts: {
      metric: {
        AlarmDescription: "More errors than usual",
        Statistic: "Sum",
        Period: 60,
        EvaluationPeriods: 3,
        DatapointsToAlarm: 2,
        Threshold: 10,
        ComparisonOperator: "GreaterThanThreshold",
        TreatMissingData: "notBreaching",
        ...metric,
      },
    },
    states,
  };
}

/** The errors that the targets behind an Application Load Balancer answer. */
export function loadBalancerErrors(loadBalancer: string): Wire<MetricAlarm> {
  return {
    MetricName: "HTTPCode_Target_5XX_Count",
    Namespace: "AWS/ApplicationELB",
    Dimensions: [{ Name: "LoadBalancer", Value: loadBalancer }],
  };
}

/** The calls of a function that end in an error. */
export function functionErrors(functionName: string): Wire<MetricAlarm> {
  return {
    MetricName: "Errors",
    Namespace: "AWS/Lambda",
    Dimensions: [{ Name: "FunctionName", Value: functionName }],
  };
}

/** An alarm that is in alarm when the others that its rule names are. */
export function compositeAlarm(name: string, rule: string, states: Alarm["states"]): Alarm {
  return { name, facts: { composite: { AlarmRule: rule } }, states };
}

/** AWS's reason for a metric alarm that goes into alarm. */
export function crossed(values: readonly number[], threshold: number, least: number): string {
  const points = values.map((value) => `${value}.0`).join(", ");
  return `Threshold Crossed: ${least} out of the last ${values.length} datapoints [${points}] were greater than the threshold (${threshold}.0) (minimum ${least} datapoints for OK -> ALARM transition).`;
}

/** AWS's reason for a metric alarm that is OK. */
export function notCrossed(values: readonly number[], threshold: number): string {
  const points = values.map((value) => `${value}.0`).join(", ");
  return `Threshold Crossed: ${values.length} datapoints [${points}] were not greater than the threshold (${threshold}.0).`;
}
