import { scriptFailed } from "../../timeline/diagnostics.ts";
import { seconds } from "../../timeline/duration.ts";
import { rollOut } from "../../timeline/fleet.ts";
import { HEALTH_CONSTRAINTS, IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { s3Revision } from "../../timeline/revisions.ts";

/** The agent of the only instance asks for its first event a while after the deployment has begun. */
const firstEventMs = seconds(16);
const fleet = rollOut({
  seed: "reporting nightly",
  size: 1,
  concurrency: 1,
  startMs: firstEventMs,
  events: IN_PLACE_EVENTS,
  failures: {
    0: {
      event: "ApplicationStart",
      lastsMs: 59_400,
      diagnostics: scriptFailed("ApplicationStart", "appspec.sh", 1, [
        "LIFECYCLE_EVENT=ApplicationStart",
        "!mv: cannot stat ‘config/reporting.yml’: No such file or directory",
      ]),
    },
  },
});
const failedMs = seconds(114.488);

/**
 * As recorded: the only instance is pending at first, its failure is counted while the deployment is still in progress,
 * and the deployment has failed at the next look, ten seconds later. `../recorded.test.ts` has the looks.
 */
export const ec2FailureCounted = play({
  name: "ec2-failure-counted",
  description:
    "EC2 in place, its only instance pending, in progress, then failed ten seconds before the deployment; with an empty rollbackInfo.",
  guess: "When the events began and ended: only GetDeployment was recorded, every ten seconds.",
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
    { fromMs: seconds(6), status: "InProgress" },
    { fromMs: failedMs, status: "Failed", facts: HEALTH_CONSTRAINTS },
  ],
  moments: { pending: seconds(11), failureCounted: fleet.endMs + 1_000, failed: failedMs },
  targets: fleet.courses.map(instanceTarget),
});
