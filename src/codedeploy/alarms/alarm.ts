import type {
  AlarmHistoryItem,
  ComparisonOperator,
  CompositeAlarm,
  EvaluationState,
  LogAlarm,
  MetricAlarm,
  StateValue,
} from "@aws-sdk/client-cloudwatch";
import { formatCount, formatCountOf } from "../../format/counts.ts";
import { formatDuration } from "../../format/duration.ts";
import { present } from "../../values/lists.ts";
import { lookUp } from "../../values/look-up.ts";
import type { Plain } from "../deployment/deployment.ts";

/** What DescribeAlarms answers, as plain data. */
export interface AlarmsByKind {
  metric: Plain<MetricAlarm>[];
  composite: Plain<CompositeAlarm>[];
  log: Plain<LogAlarm>[];
}

/** One item of DescribeAlarmHistory, as plain data. */
export type AlarmChange = Plain<AlarmHistoryItem>;

/** What the page shows of an alarm. */
export interface Alarm {
  name: string;
  /** Its state in CloudWatch's words, for example "In alarm"; an unknown one as AWS wrote it. */
  state: string;
  /** Whether it is in the state ALARM, in which CodeDeploy stops a deployment. */
  isFiring: boolean;
  /** AWS's own words about why it is in this state. */
  reason: string | undefined;
  /** Since when it has been in this state (epoch ms). */
  sinceMs: number | undefined;
  /** What it compares with what, in words; a composite alarm's rule as AWS has it. */
  condition: string | undefined;
  /** What makes the state doubtful, in one sentence. */
  doubt: string | undefined;
}

/** Alarms by name in the order of `names`, those in alarm first; `missing` are those that CloudWatch did not answer. */
export function alarmsNamed(
  names: readonly string[],
  { metric, composite, log }: AlarmsByKind,
): { alarms: Alarm[]; missing: string[] } {
  const all = [
    ...present(metric).map((each) => alarmOf(each, metricCondition(each))),
    ...present(composite).map((each) => alarmOf(each, each.AlarmRule)),
    ...present(log).map((each) => alarmOf(each, logCondition(each))),
  ];
  const found = names.flatMap((name) => all.find((each) => each.name === name) ?? []);
  return {
    alarms: found.toSorted((one, other) => Number(other.isFiring) - Number(one.isFiring)),
    missing: names.filter((name) => !found.some((each) => each.name === name)),
  };
}

/** "An alarm is in alarm now."; `undefined` while none is. */
export function firingWords(alarms: readonly Alarm[]): string | undefined {
  const { length: count } = alarms.filter(({ isFiring }) => isFiring);
  if (count === 0) return undefined;
  return count === 1 ? "An alarm is in alarm now." : `${formatCount(count)} alarms are in alarm now.`;
}

type Described = Partial<
  Pick<
    Plain<MetricAlarm>,
    "AlarmName" | "StateValue" | "StateReason" | "StateTransitionedTimestamp" | "EvaluationState"
  >
>;

function alarmOf(described: Described, condition: string | undefined): Alarm {
  const { AlarmName = "", StateValue, StateReason, StateTransitionedTimestamp, EvaluationState } = described;
  return {
    name: AlarmName,
    state: lookUp(STATES, StateValue) ?? StateValue ?? "AWS names no state",
    isFiring: StateValue === "ALARM",
    reason: StateReason || undefined,
    sinceMs: StateTransitionedTimestamp,
    condition: condition || undefined,
    doubt: lookUp(DOUBTS, EvaluationState),
  };
}

/** As CloudWatch's console says it. */
const STATES: Readonly<Record<StateValue, string>> = {
  ALARM: "In alarm",
  OK: "OK",
  INSUFFICIENT_DATA: "Insufficient data",
};

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html */
const DOUBTS: Readonly<Record<EvaluationState, string>> = {
  EVALUATION_ERROR: "CloudWatch cannot evaluate it: its configuration has an error.",
  EVALUATION_FAILURE: "CloudWatch could not evaluate it for now.",
  PARTIAL_DATA: "CloudWatch evaluated only a part of its data.",
};

/**
 * What a metric alarm compares, in the form of CloudWatch's console: "Sum of 5XXError > 10 for 3 datapoints within 5m".
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
function metricCondition(alarm: Plain<MetricAlarm>): string | undefined {
  const watched = watchedMetric(alarm);
  const { ComparisonOperator: operator, Threshold, EvaluationPeriods, DatapointsToAlarm, Period } = alarm;
  if (watched === undefined || operator === undefined) return undefined;
  const comparison = lookUp(COMPARISONS, operator) ?? operator;
  const limit = Threshold === undefined ? comparison : `${comparison} ${Threshold}`;
  if (EvaluationPeriods === undefined) return `${watched} ${limit}`;
  const datapoints = formatCountOf(DatapointsToAlarm ?? EvaluationPeriods, "datapoint");
  const withinMs = (Period ?? periodOf(alarm) ?? 0) * EvaluationPeriods * 1000;
  const within = withinMs > 0 ? ` within ${formatDuration(withinMs)}` : "";
  return `${watched} ${limit} for ${datapoints}${within}`;
}

function logCondition(alarm: Plain<LogAlarm>): string | undefined {
  const { ComparisonOperator: operator, Threshold, QueryResultsToAlarm, QueryResultsToEvaluate } = alarm;
  if (operator === undefined || Threshold === undefined) return undefined;
  const results =
    QueryResultsToAlarm === undefined || QueryResultsToEvaluate === undefined
      ? ""
      : ` in ${QueryResultsToAlarm} of ${QueryResultsToEvaluate} results`;
  return `Its log query ${lookUp(COMPARISONS, operator) ?? operator} ${Threshold}${results}`;
}

const COMPARISONS: Readonly<Record<ComparisonOperator, string>> = {
  GreaterThanOrEqualToThreshold: "≥",
  GreaterThanThreshold: ">",
  LessThanThreshold: "<",
  LessThanOrEqualToThreshold: "≤",
  LessThanLowerOrGreaterThanUpperThreshold: "outside the expected band",
  LessThanLowerThreshold: "below the expected band",
  GreaterThanUpperThreshold: "above the expected band",
};

/** The metric, or the metric math expression, whose values are compared. */
function watchedMetric(alarm: Plain<MetricAlarm>): string | undefined {
  const { MetricName, Namespace, Statistic, ExtendedStatistic } = alarm;
  if (MetricName) return metricWords(Statistic ?? ExtendedStatistic, MetricName, Namespace);
  const compared = comparedQuery(alarm);
  const { Metric, Stat } = compared?.MetricStat ?? {};
  if (Metric?.MetricName) return metricWords(Stat, Metric.MetricName, Metric.Namespace);
  return compared?.Label || compared?.Expression || undefined;
}

function metricWords(statistic: string | undefined, name: string, namespace: string | undefined): string {
  const metric = namespace ? `${name} (${namespace})` : name;
  return statistic ? `${statistic} of ${metric}` : metric;
}

/** Of an alarm over several metrics, the one that is returned and is not the band that it is compared with. */
function comparedQuery({ Metrics, ThresholdMetricId }: Plain<MetricAlarm>) {
  return present(Metrics).find(({ Id, ReturnData }) => ReturnData !== false && Id !== ThresholdMetricId);
}

/** The period of an alarm over several metrics, in seconds: that of the metric that it compares, or of the first. */
function periodOf(alarm: Plain<MetricAlarm>): number | undefined {
  const compared = comparedQuery(alarm);
  const first = present(alarm.Metrics).find(({ MetricStat }) => MetricStat?.Period !== undefined);
  return compared?.Period ?? compared?.MetricStat?.Period ?? first?.MetricStat?.Period;
}
