import { BLUE_GREEN_FACTS } from "../../timeline/facts.ts";
import { minutes, seconds } from "../../timeline/duration.ts";
import { fingerprint } from "../../timeline/fingerprint.ts";
import { lambdaTarget } from "../../timeline/targets/lambda-target.ts";
import { lambdaEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { endOf, inSequence, startOf, withoutSuccessDiagnostics } from "../../timeline/steps.ts";
import { linearTraffic } from "../../timeline/traffic.ts";

const steps = withoutSuccessDiagnostics(inSequence(seconds(2), lambdaEvents(minutes(9) + seconds(3))));
const shiftMs = startOf(steps, "AllowTraffic") + seconds(1);
const doneMs = endOf(steps) + seconds(2);
const APP_SPEC = [
  "version: 0.0",
  "Resources:",
  "  - thumbnailer:",
  "      Type: AWS::Lambda::Function",
  "      Properties:",
  "        Name: thumbnailer",
  "        Alias: live",
  '        CurrentVersion: "7"',
  '        TargetVersion: "8"',
  "",
].join("\n");

/** Ten percent of the calls a minute; its AppSpec comes in the older form that tells its text. */
export const lambdaLinear = play({
  name: "lambda-linear",
  description:
    "Lambda linear: ten percent of the calls a minute; the AppSpec is a String revision with its text.",
  computePlatform: "Lambda",
  facts: {
    ...BLUE_GREEN_FACTS,
    applicationName: "thumbnailer",
    deploymentGroupName: "live",
    deploymentConfigName: "CodeDeployDefault.LambdaLinear10PercentEvery1Minute",
    revision: { revisionType: "String", string: { content: APP_SPEC, sha256: fingerprint(APP_SPEC, 64) } },
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: seconds(2), status: "InProgress", hasOverview: false },
    { fromMs: doneMs, status: "Succeeded" },
  ],
  moments: { shifting: shiftMs + minutes(4.5), done: doneMs },
  targets: [
    lambdaTarget({
      functionName: "thumbnailer",
      alias: "live",
      currentVersion: "7",
      targetVersion: "8",
      steps,
      traffic: linearTraffic(shiftMs, 10, minutes(1)),
    }),
  ],
});
