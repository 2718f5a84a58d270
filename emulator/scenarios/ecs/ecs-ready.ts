import { BLUE_GREEN_FACTS } from "../../timeline/facts.ts";
import { minutes, seconds } from "../../timeline/duration.ts";
import { ecsRun } from "../../timeline/ecs-run.ts";
import { ecsTarget, listenerPair } from "../../timeline/targets/ecs-target.ts";
import { play } from "../../timeline/play.ts";
import { appSpecRevision } from "../../timeline/revisions.ts";

const CONFIG = "CodeDeployDefault.ECSAllAtOnce";
const WAIT_MINUTES = 120;
const TERMINATION_MINUTES = 10;
const { readyMs, doneMs, ...course } = ecsRun({
  target: (how) => ecsTarget({ cluster: "prod", service: "basket", taskCount: 3, ...how }),
  startMs: seconds(3),
  configName: CONFIG,
  readyMinutes: WAIT_MINUTES,
  terminationMinutes: TERMINATION_MINUTES,
});

/** The replacement tasks answer on the test listener and wait for somebody's go. */
export const ecsReady = play({
  name: "ecs-ready",
  description: "ECS blue/green, ready: the test listener is served and production waits for somebody's go.",
  guess:
    "How the wait ends: AWS documents that the status is Stopped; that there is no error information, and what becomes of the events and the replacement tasks, are guesses.",
  computePlatform: "ECS",
  facts: ({ region }) => ({
    ...BLUE_GREEN_FACTS,
    applicationName: "AppECS-prod-basket",
    deploymentGroupName: "DgpECS-prod-basket",
    deploymentConfigName: CONFIG,
    blueGreenDeploymentConfiguration: {
      deploymentReadyOption: { actionOnTimeout: "STOP_DEPLOYMENT", waitTimeInMinutes: WAIT_MINUTES },
      terminateBlueInstancesOnDeploymentSuccess: {
        action: "TERMINATE",
        terminationWaitTimeInMinutes: TERMINATION_MINUTES,
      },
    },
    loadBalancerInfo: listenerPair("basket", region),
    revision: {
      revisionType: "S3",
      s3Location: { bucket: "acme-appspecs", key: "basket/appspec.yaml", bundleType: "YAML" },
    },
    previousRevision: appSpecRevision("basket before"),
  }),
  moments: { installing: seconds(60), ready: readyMs + minutes(4), gaveUp: doneMs },
  ...course,
});
