import { BLUE_GREEN_FACTS, terminateAfter } from "../../timeline/facts.ts";
import { seconds } from "../../timeline/duration.ts";
import { ecsTarget, listenerPair } from "../../timeline/ecs-target.ts";
import { ecsEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { appSpecRevision } from "../../timeline/revisions.ts";
import { endOf, inSequence, withoutSuccessDiagnostics } from "../../timeline/steps.ts";
import { trafficAtOnce } from "../../timeline/traffic.ts";

const steps = withoutSuccessDiagnostics(
  inSequence(seconds(3), ecsEvents(seconds(20)), {
    event: "AfterAllowTestTraffic",
    lastsMs: seconds(41),
    diagnostics: {
      errorCode: "UnknownError",
      scriptName: "CodeDeployHook_profile_smoke_test",
      message: "The Lambda function for the AfterAllowTestTraffic hook reported Failed.",
      logTail: "",
    },
  }),
);
const failedMs = endOf(steps) + seconds(2);

/** The smoke test on the test listener says no, so production never sees the new tasks. */
export const ecsHookFailed = play({
  name: "ecs-hook-failed",
  description: "ECS blue/green, failed in the hook that tests the new tasks before they get any traffic.",
  computePlatform: "ECS",
  facts: ({ region }) => ({
    ...BLUE_GREEN_FACTS,
    applicationName: "AppECS-prod-profile",
    deploymentGroupName: "DgpECS-prod-profile",
    deploymentConfigName: "CodeDeployDefault.ECSCanary10Percent5Minutes",
    blueGreenDeploymentConfiguration: terminateAfter(30),
    loadBalancerInfo: listenerPair("profile", region),
    revision: appSpecRevision("profile 8"),
    previousRevision: appSpecRevision("profile 7"),
  }),
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: seconds(3), status: "InProgress", hasOverview: false },
    {
      fromMs: failedMs,
      status: "Failed",
      facts: {
        errorInformation: {
          code: "HOOK_EXECUTION_FAILURE",
          message: "The deployment failed because a hook function returned a status other than Succeeded.",
        },
        rollbackInfo: {},
      },
    },
  ],
  moments: { testing: endOf(steps) - seconds(20), failed: failedMs },
  targets: [
    ecsTarget({
      cluster: "prod",
      service: "profile",
      taskCount: 2,
      steps,
      traffic: trafficAtOnce(Number.POSITIVE_INFINITY),
      replacementEndsAtMs: failedMs,
    }),
  ],
});
