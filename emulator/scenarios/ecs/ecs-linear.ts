import { BLUE_GREEN_FACTS, terminateAfter } from "../../timeline/facts.ts";
import { errorsAlarm, loadBalancerErrors, notCrossed, quiet } from "../../timeline/alarms.ts";
import { minutes, seconds } from "../../timeline/duration.ts";
import { ecsRun } from "../../timeline/ecs-run.ts";
import { ecsTarget, listenerPair } from "../../timeline/targets/ecs-target.ts";
import { play } from "../../timeline/play.ts";
import { appSpecRevision } from "../../timeline/revisions.ts";

const CONFIG = "CodeDeployDefault.ECSLinear10PercentEvery1Minutes";
const { shiftMs, shiftedMs, doneMs, ...course } = ecsRun({
  target: (how) => ecsTarget({ cluster: "prod", service: "storefront", taskCount: 6, ...how }),
  startMs: seconds(3),
  configName: CONFIG,
  terminationMinutes: 5,
});

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
    deploymentConfigName: CONFIG,
    autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"] },
    blueGreenDeploymentConfiguration: terminateAfter(5),
    loadBalancerInfo: listenerPair("storefront", region),
    revision: appSpecRevision(`storefront ${deploymentId}`),
    previousRevision: appSpecRevision(`storefront before ${deploymentId}`),
  }),
  alarms: [
    errorsAlarm("storefront-prod-5xx", loadBalancerErrors("app/storefront/51be0c"), [
      quiet(notCrossed([2, 0, 1], 10)),
    ]),
  ],
  moments: {
    installing: seconds(60),
    shifting: shiftMs + minutes(3.5),
    terminationWait: shiftedMs + seconds(60),
    done: doneMs,
  },
  ...course,
});
