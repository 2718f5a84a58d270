import { ID, REGION, SHARED, START_MS, START_S } from "./kept-head.ts";

const events = [
  { name: "BeforeInstall", status: "Succeeded", startMs: START_MS, endMs: START_MS + 4_000 },
  {
    name: "ValidateService",
    status: "Failed",
    startMs: START_MS + 4_000,
    endMs: START_MS + 9_000,
    diagnostics: {
      errorCode: "ScriptFailed",
      scriptName: "scripts/validate.sh",
      message: "Script at specified location: scripts/validate.sh run as user root failed with exit code 7",
      logTail: "LifecycleEvent - ValidateService\nScript - scripts/validate.sh\n[stderr]no space left\n",
    },
  },
];

/** Instances that failed, in a deployment that an alarm stopped. */
export const INSTANCES = {
  ...SHARED,
  answers: [
    {
      about: "deployment",
      of: [REGION, ID],
      answer: {
        deploymentInfo: {
          applicationName: "checkout-api",
          deploymentGroupName: "prod",
          deploymentConfigName: "acme-80-percent",
          deploymentId: ID,
          computePlatform: "Server",
          status: "Stopped",
          createTime: START_S,
          completeTime: START_S + 300,
          creator: "user",
          errorInformation: { code: "ALARM_ACTIVE", message: "Stopped. Activated alarms: <5xx>" },
          deploymentOverview: { Pending: 0, InProgress: 0, Succeeded: 1, Failed: 1, Skipped: 0, Ready: 0 },
          revision: {
            revisionType: "S3",
            s3Location: { bucket: "b", key: "k/app.zip", bundleType: "zip", eTag: "1" },
          },
          previousRevision: { revisionType: "S3", s3Location: { bucket: "b", key: "k/app.zip", eTag: "0" } },
          rollbackInfo: { rollbackDeploymentId: "d-ROLLBACK1", rollbackMessage: "Rolled back." },
          loadBalancerInfo: { targetGroupInfoList: [{ name: "web" }] },
          notYetKnown: { list: [1, { a: null }] },
        },
      },
    },
    {
      about: "targets",
      of: [REGION, ID],
      answer: {
        stage: "listed",
        targets: [
          {
            kind: "read",
            target: {
              id: "i-1",
              status: "Failed",
              label: "Blue",
              lastUpdatedMs: START_MS,
              arn: "arn:aws:ec2:us-east-1:123456789012:instance/i-1",
              events,
              facts: { kind: "instance" },
            },
          },
          {
            kind: "gone",
            id: "i-2",
            last: { id: "i-2", status: "Succeeded", events: events.slice(0, 1), facts: { kind: "instance" } },
          },
          { kind: "unread", id: "i-3" },
        ],
        detailsError: { kind: "throttled", awsCode: "ThrottlingException" },
      },
    },
    {
      about: "deployment-config",
      of: [REGION, "acme-80-percent"],
      answer: {
        deploymentConfigName: "acme-80-percent",
        computePlatform: "Server",
        minimumHealthyHosts: { type: "FLEET_PERCENT", value: 80 },
        createTime: START_MS,
      },
    },
    {
      about: "group-history",
      of: [REGION, ID],
      answer: [1, 2, 3].map((at) => ({
        deploymentId: `d-BEFORE${at}`,
        status: "Succeeded",
        createTime: START_MS - at * 3_600_000,
        completeTime: START_MS - at * 3_600_000 + 180_000,
      })),
    },
    {
      about: "alarms",
      of: ["ended", REGION, "5xx"],
      answer: {
        metric: [
          {
            AlarmName: "5xx",
            StateValue: "ALARM",
            StateReason: "Threshold Crossed: 1 datapoint [12.0] was greater than the threshold (5.0).",
            StateTransitionedTimestamp: START_MS + 200_000,
            Namespace: "AWS/ApplicationELB",
            MetricName: "HTTPCode_Target_5XX_Count",
            Threshold: 5,
            ComparisonOperator: "GreaterThanThreshold",
            EvaluationPeriods: 1,
            Period: 60,
            Statistic: "Sum",
          },
        ],
        composite: [],
        log: [],
      },
    },
  ],
};
