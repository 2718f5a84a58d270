import { scriptFailed } from "../../timeline/diagnostics.ts";
import { rollOut } from "../../timeline/fleet.ts";
import { HEALTH_CONSTRAINTS, IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { s3Revision } from "../../timeline/revisions.ts";

const fleet = rollOut({
  seed: "reporting nightly",
  size: 1,
  concurrency: 1,
  startMs: 6_000,
  events: IN_PLACE_EVENTS,
  failures: {
    0: {
      event: "ApplicationStart",
      diagnostics: scriptFailed("ApplicationStart", "appspec.sh", 1, [
        "LIFECYCLE_EVENT=ApplicationStart",
        "!mv: cannot stat ‘config/reporting.yml’: No such file or directory",
      ]),
    },
  },
});
const failedMs = fleet.endMs + 10_000;

/** As recorded: for ten seconds a failure is counted while the deployment is still in progress. */
export const ec2FailureCounted = play({
  name: "ec2-failure-counted",
  description:
    "EC2 in place, in progress for ten seconds more although its only instance has failed, then failed, with an empty rollbackInfo.",
  computePlatform: "Server",
  facts: {
    ...IN_PLACE_FACTS,
    applicationName: "reporting",
    deploymentGroupName: "nightly",
    deploymentConfigName: "CodeDeployDefault.AllAtOnce",
    ignoreApplicationStopFailures: true,
    revision: s3Revision("acme-release-artifacts", "reporting/bundle.zip", "reporting 88"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 6_000, status: "InProgress" },
    { fromMs: failedMs, status: "Failed", facts: HEALTH_CONSTRAINTS },
  ],
  moments: { failureCounted: fleet.endMs + 1_000, failed: failedMs },
  targets: fleet.courses.map(instanceTarget),
});
