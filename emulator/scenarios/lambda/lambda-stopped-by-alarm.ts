import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";
import { BLUE_GREEN_FACTS, rolledBackBy, rollsBack, stoppedByAlarm } from "../../timeline/facts.ts";
import { crossed, errorsAlarm, functionErrors, notCrossed, quiet } from "../../timeline/alarms.ts";
import { minutes, seconds } from "../../timeline/duration.ts";
import { lambdaTarget } from "../../timeline/targets/lambda-target.ts";
import { lambdaEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { functionAppSpecRevision } from "../../timeline/revisions.ts";
import { allSkipped, endOf, inSequence, startOf, withoutSuccessDiagnostics } from "../../timeline/steps.ts";
import { trafficAtOnce } from "../../timeline/traffic.ts";
import type { Wire } from "../../wire.ts";

const STOPPED_MS = 700;
const alarms = [
  errorsAlarm("invoice-mailer-errors", functionErrors("invoice-mailer"), [
    quiet(notCrossed([0, 0, 1], 10)),
    { fromMs: -minutes(47), value: "ALARM", reason: crossed([12, 15, 11], 10, 2) },
  ]),
];
const lambda = { functionName: "invoice-mailer", alias: "live", currentVersion: "18", targetVersion: "19" };
const previous = functionAppSpecRevision("invoice-mailer 18");
const facts: Wire<DeploymentInfo> = {
  ...BLUE_GREEN_FACTS,
  applicationName: "invoice-mailer",
  deploymentGroupName: "live",
  autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_STOP_ON_ALARM"] },
};

const rollbackSteps = withoutSuccessDiagnostics(inSequence(seconds(1), lambdaEvents(seconds(2))));
const rollback = play({
  name: "lambda-rollback",
  description: "Lambda, the automatic rollback after an alarm.",
  computePlatform: "Lambda",
  facts: (setting) => ({
    ...facts,
    ...rollsBack(setting),
    deploymentConfigName: "CodeDeployDefault.LambdaAllAtOnce",
    revision: previous,
    previousRevision: previous,
  }),
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: seconds(1), status: "InProgress", hasOverview: false },
    { fromMs: endOf(rollbackSteps) + seconds(1), status: "Succeeded" },
  ],
  targets: [
    lambdaTarget({
      ...lambda,
      currentVersion: "19",
      targetVersion: "18",
      steps: rollbackSteps,
      traffic: trafficAtOnce(startOf(rollbackSteps, "AllowTraffic")),
    }),
  ],
});

/** The alarm was already ringing when the deployment was made. */
export const lambdaStoppedByAlarm = play({
  name: "lambda-stopped-by-alarm",
  description:
    "Lambda, stopped by an alarm within a second, because the alarm was already active, and rolled back.",
  computePlatform: "Lambda",
  facts: {
    ...facts,
    deploymentConfigName: "CodeDeployDefault.LambdaCanary10Percent15Minutes",
    revision: functionAppSpecRevision("invoice-mailer 19"),
    previousRevision: previous,
  },
  phases: [
    { fromMs: 0, status: "Created" },
    {
      fromMs: STOPPED_MS,
      status: "Stopped",
      facts: (setting) => ({
        ...stoppedByAlarm(...alarms.map(({ name }) => name)),
        ...rolledBackBy(setting),
      }),
    },
  ],
  alarms,
  moments: { stopped: STOPPED_MS },
  partners: { rollback: { scenario: rollback, startsAtMs: STOPPED_MS } },
  targets: [
    lambdaTarget({
      ...lambda,
      steps: allSkipped(STOPPED_MS, lambdaEvents(seconds(1))),
      traffic: trafficAtOnce(Number.POSITIVE_INFINITY),
    }),
  ],
});
