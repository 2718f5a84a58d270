import { BLUE_GREEN_FACTS, terminateAfter } from "../../timeline/facts.ts";
import { minutes, seconds } from "../../timeline/duration.ts";
import { ecsRun } from "../../timeline/ecs-run.ts";
import { ecsTarget, listenerPair } from "../../timeline/targets/ecs-target.ts";
import { play } from "../../timeline/play.ts";
import { appSpecRevision } from "../../timeline/revisions.ts";

const CONFIG = "CodeDeployDefault.ECSAllAtOnce";
const WAIT_MINUTES = 90;
const {
  shiftedMs,
  doneMs,
  shiftMs: _,
  readyMs: _ready,
  ...course
} = ecsRun({
  target: (how) => ecsTarget({ cluster: "prod", service: "catalog", taskCount: 4, ...how }),
  startMs: seconds(3),
  configName: CONFIG,
  terminationMinutes: WAIT_MINUTES,
});

/** All is well, and for an hour and a half one could go back in a moment; or end the wait. */
export const ecsOriginalKept = play({
  name: "ecs-original-kept",
  description:
    "ECS blue/green, all traffic moved, and the original tasks kept for an hour and a half in case of a rollback.",
  computePlatform: "ECS",
  facts: ({ deploymentId, region }) => ({
    ...BLUE_GREEN_FACTS,
    applicationName: "AppECS-prod-catalog",
    deploymentGroupName: "DgpECS-prod-catalog",
    deploymentConfigName: CONFIG,
    autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_FAILURE"] },
    blueGreenDeploymentConfiguration: terminateAfter(WAIT_MINUTES),
    loadBalancerInfo: listenerPair("catalog", region),
    revision: appSpecRevision(`catalog ${deploymentId}`),
    previousRevision: appSpecRevision(`catalog before ${deploymentId}`),
  }),
  moments: { terminationWait: shiftedMs + minutes(12), done: doneMs },
  ...course,
});
