import { scriptFailed } from "../../timeline/diagnostics.ts";
import { rollOut } from "../../timeline/fleet.ts";
import { HEALTH_CONSTRAINTS, IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";

const CANNOT_STOP = {
  event: "ApplicationStop",
  diagnostics: scriptFailed("ApplicationStop", "scripts/stop.sh", 5, [
    "Stopping notifier.service",
    "!Failed to stop notifier.service: Unit notifier.service not loaded.",
  ]),
};
const fleet = rollOut({
  seed: "notifier prod",
  size: 4,
  concurrency: 1,
  startMs: 4_000,
  events: IN_PLACE_EVENTS,
  failures: { 0: CANNOT_STOP },
  stopsAfterFailures: 1,
});
const failedMs = fleet.endMs + 3_000;

/** The script that fails comes from the revision that was there before. */
export const ec2ApplicationStopFailed = play({
  name: "ec2-application-stop-failed",
  description: "EC2 in place, failed in ApplicationStop, whose script comes from the previous revision.",
  computePlatform: "Server",
  facts: {
    ...IN_PLACE_FACTS,
    applicationName: "notifier",
    deploymentGroupName: "prod",
    deploymentConfigName: "CodeDeployDefault.OneAtATime",
    description: "Rename the service unit to acme-notifier",
    revision: gitHubRevision("acme-shop/notifier", "notifier 12"),
    previousRevision: gitHubRevision("acme-shop/notifier", "notifier 11"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 4_000, status: "InProgress" },
    { fromMs: failedMs, status: "Failed", facts: HEALTH_CONSTRAINTS },
  ],
  moments: { failed: failedMs },
  targets: fleet.courses.map(instanceTarget),
});
