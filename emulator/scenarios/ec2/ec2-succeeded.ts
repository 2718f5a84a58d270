import { rollOut } from "../../timeline/fleet.ts";
import { IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { s3Revision } from "../../timeline/revisions.ts";

const fleet = rollOut({
  seed: "billing-worker prod",
  size: 2,
  concurrency: 2,
  startMs: 4_000,
  events: IN_PLACE_EVENTS,
});
const doneMs = fleet.endMs + 3_000;

/** The plainest success, with a bundle in S3 and no start time, as recorded. */
export const ec2Succeeded = play({
  name: "ec2-succeeded",
  description: "EC2 in place, both instances succeeded; a bundle in S3 with object version and quoted eTag.",
  computePlatform: "Server",
  facts: {
    ...IN_PLACE_FACTS,
    applicationName: "billing-worker",
    deploymentGroupName: "prod",
    deploymentConfigName: "CodeDeployDefault.AllAtOnce",
    description: "Build 2040 of billing-worker",
    ignoreApplicationStopFailures: true,
    revision: s3Revision("acme-release-artifacts", "billing-worker/2040/bundle.tar.gz", "2040"),
    previousRevision: s3Revision("acme-release-artifacts", "billing-worker/2037/bundle.tar.gz", "2037"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 4_000, status: "InProgress" },
    { fromMs: doneMs, status: "Succeeded" },
  ],
  moments: { running: 15_000, done: doneMs },
  targets: fleet.courses.map(instanceTarget),
});
