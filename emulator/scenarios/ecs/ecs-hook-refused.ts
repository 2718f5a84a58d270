import { BLUE_GREEN_FACTS, terminateAfter } from "../../timeline/facts.ts";
import { seconds } from "../../timeline/duration.ts";
import { ecsTarget, listenerPair } from "../../timeline/targets/ecs-target.ts";
import { ecsEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { appSpecRevision } from "../../timeline/revisions.ts";
import { endOf, inSequence, withoutSuccessDiagnostics } from "../../timeline/steps.ts";
import { trafficAtOnce } from "../../timeline/traffic.ts";

const HOOKS = { BeforeInstall: "migrate-accounts" };

const steps = withoutSuccessDiagnostics(
  inSequence(seconds(3), ecsEvents(seconds(20)), {
    event: "BeforeInstall",
    lastsMs: seconds(2),
    diagnostics: { errorCode: "UnknownError", scriptName: "migrate-accounts", message: "", logTail: "" },
  }),
);
const failedMs = endOf(steps) + seconds(2);

/** The group's service role has AWS's managed policy alone, which lets it call functions of another name. */
export const ecsHookRefused = play({
  name: "ecs-hook-refused",
  description:
    "ECS blue/green, failed at once: the role may not call the hook's function, which is not named CodeDeployHook_….",
  guess: "What CodeDeploy says of a hook that its role may not call, and whether it names the function.",
  computePlatform: "ECS",
  facts: ({ region }) => ({
    ...BLUE_GREEN_FACTS,
    applicationName: "AppECS-prod-accounts",
    deploymentGroupName: "DgpECS-prod-accounts",
    deploymentConfigName: "CodeDeployDefault.ECSAllAtOnce",
    blueGreenDeploymentConfiguration: terminateAfter(5),
    loadBalancerInfo: listenerPair("accounts", region),
    revision: appSpecRevision("accounts 5", HOOKS),
    previousRevision: appSpecRevision("accounts 4"),
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
          message: "The deployment failed because a hook function could not be called.",
        },
        rollbackInfo: {},
      },
    },
  ],
  moments: { failed: failedMs },
  targets: [
    ecsTarget({
      cluster: "prod",
      service: "accounts",
      taskCount: 2,
      steps,
      traffic: trafficAtOnce(Number.POSITIVE_INFINITY),
      replacementEndsAtMs: failedMs,
    }),
  ],
});
