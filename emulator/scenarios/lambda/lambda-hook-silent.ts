import { BLUE_GREEN_FACTS } from "../../timeline/facts.ts";
import { minutes, seconds } from "../../timeline/duration.ts";
import { aroundCall } from "../../timeline/hook-log.ts";
import { lambdaTarget } from "../../timeline/targets/lambda-target.ts";
import { lambdaEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { functionAppSpecRevision } from "../../timeline/revisions.ts";
import { endOf, inSequence, startOf, withoutSuccessDiagnostics } from "../../timeline/steps.ts";
import { trafficAtOnce } from "../../timeline/traffic.ts";

const HOOKS = { BeforeAllowTraffic: "CodeDeployHook_quote_checks" };

const steps = withoutSuccessDiagnostics(
  inSequence(seconds(2), lambdaEvents(minutes(1)), { event: "BeforeAllowTraffic", lastsMs: minutes(60) }),
);
const failedMs = endOf(steps) + seconds(2);

/** Its time-out is shorter than what it does, so that it never comes to report. */
export const lambdaHookSilent = play({
  name: "lambda-hook-silent",
  description:
    "Lambda, failed after an hour in which the hook's function, which had timed out, did not call back.",
  guess: "What CodeDeploy says of a hook that never calls back, beside the code.",
  computePlatform: "Lambda",
  facts: {
    ...BLUE_GREEN_FACTS,
    applicationName: "quote-service",
    deploymentGroupName: "quote-service-live",
    deploymentConfigName: "CodeDeployDefault.LambdaAllAtOnce",
    revision: functionAppSpecRevision("quote-service 11", HOOKS),
    previousRevision: functionAppSpecRevision("quote-service 10", HOOKS),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: seconds(2), status: "InProgress", hasOverview: false },
    {
      fromMs: failedMs,
      status: "Failed",
      facts: {
        errorInformation: {
          code: "HOOK_EXECUTION_FAILURE",
          message: "The deployment failed because a hook function did not report its result in time.",
        },
        rollbackInfo: {},
      },
    },
  ],
  moments: { waiting: minutes(12), failed: failedMs },
  hookLogs: [
    {
      functionName: HOOKS.BeforeAllowTraffic,
      fromMs: startOf(steps, "BeforeAllowTraffic"),
      lines: aroundCall(
        "quote checks",
        [
          { afterMs: 700, text: "Warming up 25 quotes" },
          { afterMs: 3_400, text: "2026-01-02T03:04:05.678Z Task timed out after 3.00 seconds" },
        ],
        3_400,
        "\tStatus: timeout",
      ),
    },
  ],
  targets: [
    lambdaTarget({
      functionName: "quote-service",
      alias: "live",
      currentVersion: "10",
      targetVersion: "11",
      steps,
      traffic: trafficAtOnce(Number.POSITIVE_INFINITY),
    }),
  ],
});
