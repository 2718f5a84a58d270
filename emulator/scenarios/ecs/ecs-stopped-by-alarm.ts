import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";
import {
  BLUE_GREEN_FACTS,
  terminateAfter,
  rolledBackBy,
  rollsBack,
  stoppedByAlarm,
} from "../../timeline/facts.ts";
import { ACCOUNT_ID } from "../../account-id.ts";
import {
  compositeAlarm,
  crossed,
  errorsAlarm,
  loadBalancerErrors,
  notCrossed,
  quiet,
} from "../../timeline/alarms.ts";
import { minutes, seconds } from "../../timeline/duration.ts";
import { ecsTarget, listenerPair } from "../../timeline/targets/ecs-target.ts";
import { ecsEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { appSpecRevision } from "../../timeline/revisions.ts";
import type { Setting } from "../../timeline/scenario.ts";
import { endOf, inSequence, startOf, withoutSuccessDiagnostics, stopSteps } from "../../timeline/steps.ts";
import { linearTraffic, trafficAtOnce, trafficUntil } from "../../timeline/traffic.ts";
import type { Wire } from "../../wire.ts";

const planned = withoutSuccessDiagnostics(inSequence(seconds(3), ecsEvents(minutes(9) + seconds(14))));
const shiftMs = startOf(planned, "AllowTraffic") + seconds(2);
const stoppedMs = shiftMs + minutes(3) + seconds(20);
const SERVICE = { cluster: "prod", service: "orders", taskCount: 4 };
const previous = appSpecRevision("orders 40");

const latency = ["orders-prod-latency-p99-target-1", "orders-prod-latency-p99-target-2"];
const FIRING_MS = stoppedMs - seconds(9);
const alarms = [
  errorsAlarm("orders-prod-5xx", loadBalancerErrors("app/orders/3f1c9a"), [
    quiet(notCrossed([1, 0, 2], 10)),
    { fromMs: FIRING_MS, value: "ALARM", reason: crossed([41, 63, 2], 10, 2) },
    { fromMs: stoppedMs + minutes(4), value: "OK", reason: notCrossed([0, 1, 0], 10) },
  ]),
  compositeAlarm("orders-prod-latency-p99", latency.map((name) => `ALARM("${name}")`).join(" OR "), [
    quiet("Alarm Rule evaluated to FALSE."),
    {
      fromMs: FIRING_MS + seconds(3),
      value: "ALARM",
      reason: `arn:aws:cloudwatch:us-east-1:${ACCOUNT_ID}:alarm:${latency[0]} transitioned to ALARM`,
    },
    { fromMs: stoppedMs + minutes(6), value: "OK", reason: "Alarm Rule evaluated to FALSE." },
  ]),
];
const facts = ({ region }: Setting): Wire<DeploymentInfo> => ({
  ...BLUE_GREEN_FACTS,
  applicationName: "AppECS-prod-orders",
  deploymentGroupName: "DgpECS-prod-orders",
  autoRollbackConfiguration: {
    enabled: true,
    events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"],
  },
  blueGreenDeploymentConfiguration: terminateAfter(15),
  loadBalancerInfo: listenerPair("orders", region),
});

const rollbackSteps = withoutSuccessDiagnostics(inSequence(seconds(2), ecsEvents(seconds(3))));
const rollback = play({
  name: "ecs-rollback",
  description:
    "ECS blue/green, the automatic rollback after an alarm, all at once whatever the group's configuration.",
  computePlatform: "ECS",
  facts: (setting) => ({
    ...facts(setting),
    ...rollsBack(setting),
    deploymentConfigName: "CodeDeployDefault.ECSAllAtOnce",
    revision: previous,
    previousRevision: previous,
  }),
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: seconds(2), status: "InProgress", hasOverview: false },
    { fromMs: endOf(rollbackSteps) + seconds(5), status: "Succeeded" },
  ],
  targets: [
    ecsTarget({
      ...SERVICE,
      steps: rollbackSteps,
      traffic: trafficAtOnce(startOf(rollbackSteps, "AllowTraffic")),
      swapsAtMs: endOf(rollbackSteps),
      originalEndsAtMs: endOf(rollbackSteps) + seconds(4),
    }),
  ],
});

/** The new tasks answer with errors, an alarm notices, and all traffic goes back. */
export const ecsStoppedByAlarm = play({
  name: "ecs-stopped-by-alarm",
  description: "ECS blue/green, stopped by an alarm at forty percent of the traffic and rolled back.",
  computePlatform: "ECS",
  facts: (setting) => ({
    ...facts(setting),
    deploymentConfigName: "CodeDeployDefault.ECSLinear10PercentEvery1Minutes",
    revision: appSpecRevision("orders 41"),
    previousRevision: previous,
  }),
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: seconds(3), status: "InProgress", hasOverview: false },
    {
      fromMs: stoppedMs,
      status: "Stopped",
      facts: (setting) => ({
        ...stoppedByAlarm(...alarms.map(({ name }) => name)),
        ...rolledBackBy(setting),
      }),
    },
  ],
  alarms,
  moments: {
    shifting: stoppedMs - seconds(30),
    firing: stoppedMs - seconds(2),
    stopped: stoppedMs + seconds(1),
  },
  partners: { rollback: { scenario: rollback, startsAtMs: stoppedMs } },
  targets: [
    ecsTarget({
      ...SERVICE,
      steps: stopSteps(planned, stoppedMs),
      traffic: trafficUntil(linearTraffic(shiftMs, 10, minutes(1)), stoppedMs),
      replacementEndsAtMs: stoppedMs + seconds(30),
    }),
  ],
});
