import { BLUE_GREEN_FACTS } from "../../timeline/facts.ts";
import { minutes, seconds } from "../../timeline/duration.ts";
import { ecsTarget, listenerPair } from "../../timeline/ecs-target.ts";
import { ecsEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { appSpecRevision } from "../../timeline/revisions.ts";
import { inSequence, startOf, withoutSuccessDiagnostics, stopSteps } from "../../timeline/steps.ts";
import { trafficAtOnce } from "../../timeline/traffic.ts";

const steps = withoutSuccessDiagnostics(inSequence(seconds(3), ecsEvents(seconds(20))));
const readyMs = startOf(steps, "BeforeAllowTraffic");
const WAIT_MINUTES = 120;
const givenUpMs = readyMs + minutes(WAIT_MINUTES);

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
    deploymentConfigName: "CodeDeployDefault.ECSAllAtOnce",
    blueGreenDeploymentConfiguration: {
      deploymentReadyOption: { actionOnTimeout: "STOP_DEPLOYMENT", waitTimeInMinutes: WAIT_MINUTES },
      terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: 10 },
    },
    loadBalancerInfo: listenerPair("basket", region),
    revision: {
      revisionType: "S3",
      s3Location: { bucket: "acme-appspecs", key: "basket/appspec.yaml", bundleType: "YAML" },
    },
    previousRevision: appSpecRevision("basket before"),
  }),
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: seconds(3), status: "InProgress", hasOverview: false },
    { fromMs: readyMs, status: "Ready", hasOverview: false },
    { fromMs: givenUpMs, status: "Stopped", facts: { rollbackInfo: {} } },
  ],
  moments: { installing: seconds(60), ready: readyMs + minutes(4), gaveUp: givenUpMs },
  targets: [
    ecsTarget({
      cluster: "prod",
      service: "basket",
      taskCount: 3,
      steps: stopSteps(moveBack(steps), givenUpMs),
      traffic: trafficAtOnce(Number.POSITIVE_INFINITY),
      replacementEndsAtMs: givenUpMs,
    }),
  ],
});

/** What comes after the wait begins only when the wait is over. */
function moveBack(all: typeof steps): typeof steps {
  return all.map((step) =>
    step.startMs < readyMs
      ? step
      : { ...step, startMs: step.startMs + minutes(WAIT_MINUTES), endMs: step.endMs + minutes(WAIT_MINUTES) },
  );
}
