import { scriptFailed } from "../../timeline/diagnostics.ts";
import { rollOut } from "../../timeline/fleet.ts";
import { HEALTH_CONSTRAINTS, IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";

const PACKAGE_MISSING = {
  event: "BeforeInstall",
  diagnostics: scriptFailed("BeforeInstall", "scripts/install-dependencies.sh", 100, [
    "Hit:1 http://archive.ubuntu.com/ubuntu jammy InRelease",
    "Reading package lists...",
    "Building dependency tree...",
    "!E: Unable to locate package libvips42=8.12.1-1build1",
    "!E: Couldn't find any package by glob 'libvips42'",
  ]),
};
const fleet = rollOut({
  seed: "image-resizer prod",
  size: 10,
  concurrency: 5,
  startMs: 4_000,
  events: IN_PLACE_EVENTS,
  stopsAfterFailures: 6,
  failures: Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((place) => [place, PACKAGE_MISSING])),
});
const failedMs = fleet.endMs + 4_000;

/** One cause, many instances. */
export const ec2SameFailure = play({
  name: "ec2-same-failure",
  description: "EC2 in place, half at a time, failed with the same script error on seven of ten instances.",
  computePlatform: "Server",
  facts: {
    ...IN_PLACE_FACTS,
    applicationName: "image-resizer",
    deploymentGroupName: "prod",
    deploymentConfigName: "CodeDeployDefault.HalfAtATime",
    revision: gitHubRevision("acme-media/image-resizer", "resizer 9"),
    previousRevision: gitHubRevision("acme-media/image-resizer", "resizer 8"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 4_000, status: "InProgress" },
    { fromMs: failedMs, status: "Failed", facts: HEALTH_CONSTRAINTS },
  ],
  moments: { failed: failedMs },
  targets: fleet.courses.map(instanceTarget),
});
