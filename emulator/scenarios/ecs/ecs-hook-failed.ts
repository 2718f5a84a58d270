import { BLUE_GREEN_FACTS, terminateAfter } from "../../timeline/facts.ts";
import { seconds } from "../../timeline/duration.ts";
import { aroundCall } from "../../timeline/hook-log.ts";
import { ecsTarget, listenerPair } from "../../timeline/targets/ecs-target.ts";
import { ecsEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { appSpecRevision } from "../../timeline/revisions.ts";
import { endOf, inSequence, startOf, withoutSuccessDiagnostics } from "../../timeline/steps.ts";
import { trafficAtOnce } from "../../timeline/traffic.ts";

const HOOKS = { AfterAllowTestTraffic: "CodeDeployHook_profile_smoke_test" };

const steps = withoutSuccessDiagnostics(
  inSequence(seconds(3), ecsEvents(seconds(20)), {
    event: "AfterAllowTestTraffic",
    lastsMs: seconds(41),
    diagnostics: {
      errorCode: "UnknownError",
      scriptName: HOOKS.AfterAllowTestTraffic,
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
    revision: appSpecRevision("profile 8", HOOKS),
    previousRevision: appSpecRevision("profile 7", HOOKS),
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
  hookLogs: [
    {
      functionName: HOOKS.AfterAllowTestTraffic,
      fromMs: startOf(steps, "AfterAllowTestTraffic"),
      lines: aroundCall(
        "profile smoke test",
        [
          { afterMs: 900, text: "GET https://profile.internal:8443/health 200" },
          {
            afterMs: 39_000,
            text: "GET https://profile.internal:8443/users/me 500: column users.locale does not exist",
          },
          { afterMs: 40_000, text: "PutLifecycleEventHookExecutionStatus Failed" },
        ],
        40_400,
      ),
    },
  ],
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
