import { BLUE_GREEN_FACTS, terminateAfter } from "../../timeline/facts.ts";
import { errorsAlarm, loadBalancerErrors, notCrossed, quiet } from "../../timeline/alarms.ts";
import { minutes, seconds } from "../../timeline/duration.ts";
import { ecsTarget, listenerPair } from "../../timeline/ecs-target.ts";
import { ecsEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { appSpecRevision } from "../../timeline/revisions.ts";
import { endOf, inSequence, startOf, withoutSuccessDiagnostics } from "../../timeline/steps.ts";
import { linearTraffic } from "../../timeline/traffic.ts";

const steps = withoutSuccessDiagnostics(inSequence(seconds(3), ecsEvents(minutes(9) + seconds(14))));
const shiftMs = startOf(steps, "AllowTraffic") + seconds(2);
const shiftedMs = shiftMs + minutes(9);
const doneMs = shiftedMs + minutes(5);

/** Ten percent a minute, and then five minutes in which everything is done and the status still says in progress. */
export const ecsLinear = play({
  name: "ecs-linear",
  description:
    "ECS blue/green, ten percent of the traffic a minute, then in progress for five more minutes until the original tasks end.",
  computePlatform: "ECS",
  facts: ({ deploymentId, region }) => ({
    ...BLUE_GREEN_FACTS,
    applicationName: "AppECS-prod-storefront",
    deploymentGroupName: "DgpECS-prod-storefront",
    deploymentConfigName: "CodeDeployDefault.ECSLinear10PercentEvery1Minutes",
    autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"] },
    blueGreenDeploymentConfiguration: terminateAfter(5),
    loadBalancerInfo: listenerPair("storefront", region),
    revision: appSpecRevision(`storefront ${deploymentId}`),
    previousRevision: appSpecRevision(`storefront before ${deploymentId}`),
  }),
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: seconds(3), status: "InProgress", hasOverview: false },
    { fromMs: doneMs, status: "Succeeded" },
  ],
  alarms: [
    errorsAlarm("storefront-prod-5xx", loadBalancerErrors("app/storefront/51be0c"), [
      quiet(notCrossed([2, 0, 1], 10)),
    ]),
  ],
  moments: {
    installing: seconds(60),
    shifting: shiftMs + minutes(3.5),
    terminationWait: endOf(steps) + seconds(60),
    done: doneMs,
  },
  targets: [
    ecsTarget({
      cluster: "prod",
      service: "storefront",
      taskCount: 6,
      steps,
      traffic: linearTraffic(shiftMs, 10, minutes(1)),
      swapsAtMs: shiftedMs,
      originalEndsAtMs: doneMs - seconds(8),
    }),
  ],
});
