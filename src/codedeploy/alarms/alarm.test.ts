import { describe, expect, test } from "vitest";
import type { AlarmsByKind } from "./alarm.ts";
import { alarmsNamed, firingWords } from "./alarm.ts";

type Metric = AlarmsByKind["metric"][number];

const ERRORS: Metric = {
  AlarmName: "errors",
  StateValue: "OK",
  MetricName: "5XXError",
  Namespace: "AWS/ApplicationELB",
  Statistic: "Sum",
  ComparisonOperator: "GreaterThanThreshold",
  Threshold: 10,
  Period: 60,
  EvaluationPeriods: 5,
  DatapointsToAlarm: 3,
};

function condition(metric: Metric): string | undefined {
  return alarmsNamed(["errors"], { metric: [metric], composite: [], log: [] }).alarms[0]?.condition;
}

const without = (...names: (keyof Metric)[]): Metric =>
  Object.fromEntries(Object.entries(ERRORS).filter(([name]) => !names.some((each) => each === name)));

describe("what a metric alarm compares", () => {
  test.each<[string, Metric]>([
    ["Sum of 5XXError (AWS/ApplicationELB) > 10 for 3 datapoints within 5m", ERRORS],
    ["Sum of 5XXError (AWS/ApplicationELB) > 10 for 5 datapoints within 5m", without("DatapointsToAlarm")],
    ["Sum of 5XXError (AWS/ApplicationELB) > 0 for 3 datapoints within 5m", { ...ERRORS, Threshold: 0 }],
    ["Sum of 5XXError (AWS/ApplicationELB) > 10 for 3 datapoints", without("Period")],
    ["Sum of 5XXError (AWS/ApplicationELB) > 10", without("EvaluationPeriods")],
    [
      "p99 of Latency ≤ 0.5 for 1 datapoint within 1m",
      {
        ...without("Statistic", "Namespace", "DatapointsToAlarm"),
        ExtendedStatistic: "p99",
        MetricName: "Latency",
        ComparisonOperator: "LessThanOrEqualToThreshold",
        Threshold: 0.5,
        EvaluationPeriods: 1,
      },
    ],
    [
      "Error rate ≥ 2 for 2 datapoints within 2m",
      {
        AlarmName: "errors",
        ComparisonOperator: "GreaterThanOrEqualToThreshold",
        Threshold: 2,
        EvaluationPeriods: 2,
        Metrics: [
          {
            Id: "m1",
            ReturnData: false,
            MetricStat: { Metric: { MetricName: "E" }, Period: 60, Stat: "Sum" },
          },
          { Id: "e1", Expression: "100 * m1 / m2", Label: "Error rate", ReturnData: true },
        ],
      },
    ],
    [
      "Average of CPU above the expected band for 1 datapoint within 5m",
      {
        AlarmName: "errors",
        ComparisonOperator: "GreaterThanUpperThreshold",
        ThresholdMetricId: "ad1",
        EvaluationPeriods: 1,
        Metrics: [
          { Id: "ad1", Expression: "ANOMALY_DETECTION_BAND(m1)", ReturnData: true },
          { Id: "m1", MetricStat: { Metric: { MetricName: "CPU" }, Period: 300, Stat: "Average" } },
        ],
      },
    ],
  ])("%s", (words, metric) => {
    expect(condition(metric)).toBe(words);
  });

  test("is not said where AWS does not say it", () => {
    expect(condition({ AlarmName: "errors" })).toBeUndefined();
    expect(condition(without("MetricName"))).toBeUndefined();
  });
});

test("alarms in alarm come first, then in the order of their names; names without an alarm are told", () => {
  const { alarms, missing } = alarmsNamed(["gone", "quiet", "loud"], {
    metric: [
      { AlarmName: "loud", StateValue: "ALARM" },
      { AlarmName: "quiet", StateValue: "INSUFFICIENT_DATA" },
      { AlarmName: "stranger", StateValue: "ALARM" },
    ],
    composite: [],
    log: [],
  });
  expect(alarms.map(({ name, state, isFiring }) => [name, state, isFiring])).toEqual([
    ["loud", "In alarm", true],
    ["quiet", "Insufficient data", false],
  ]);
  expect(missing).toEqual(["gone"]);
});

test("a composite alarm has its rule, a log alarm its query's limit", () => {
  const { alarms } = alarmsNamed(["all", "log"], {
    metric: [],
    composite: [{ AlarmName: "all", AlarmRule: 'ALARM("a") OR ALARM("b")', StateValue: "OK" }],
    log: [
      {
        AlarmName: "log",
        ComparisonOperator: "GreaterThanThreshold",
        Threshold: 5,
        QueryResultsToAlarm: 1,
        QueryResultsToEvaluate: 3,
      },
    ],
  });
  expect(alarms.map((each) => each.condition)).toEqual([
    'ALARM("a") OR ALARM("b")',
    "Its log query > 5 in 1 of 3 results",
  ]);
});

test.each([
  ["EVALUATION_ERROR", "CloudWatch cannot evaluate it: its configuration has an error."],
  ["EVALUATION_FAILURE", "CloudWatch could not evaluate it for now."],
  ["PARTIAL_DATA", "CloudWatch evaluated only a part of its data."],
] as const)("an alarm's state is doubtful with %s", (EvaluationState, doubt) => {
  const { alarms } = alarmsNamed(["errors"], {
    metric: [{ ...ERRORS, EvaluationState }],
    composite: [],
    log: [],
  });
  expect(alarms[0]?.doubt).toBe(doubt);
});

test.each([
  [[], undefined],
  [["OK"], undefined],
  [["ALARM", "OK"], "An alarm is in alarm now."],
  [["ALARM", "ALARM"], "2 alarms are in alarm now."],
] as const)("alarms of the states %j in a sentence: %s", (states, words) => {
  const names = states.map((_, index) => `${index}`);
  const metric = states.map((StateValue, index) => ({ AlarmName: `${index}`, StateValue }));
  expect(firingWords(alarmsNamed(names, { metric, composite: [], log: [] }).alarms)).toBe(words);
});
