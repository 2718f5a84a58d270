import { seconds } from "../../timeline/duration.ts";
import { rollOut } from "../../timeline/fleet.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { wireTime } from "../../wire.ts";

const fleet = rollOut({
  seed: "north-app",
  size: 1,
  concurrency: 1,
  startMs: 2_000,
  events: IN_PLACE_EVENTS,
});
const doneMs = fleet.endMs + 1_000;

/** As in AWS's own sample: clocks that disagree put the start after the completion. */
export const ec2StartAfterComplete = play({
  name: "ec2-start-after-complete",
  description:
    "EC2 in place, succeeded with a start time later than its completion, as in AWS's own sample; eTag without quotes.",
  computePlatform: "Server",
  facts: ({ createdAtMs }) => ({
    applicationName: "north-app",
    deploymentGroupName: "dep-group-def-456",
    deploymentConfigName: "CodeDeployDefault.OneAtATime",
    creator: "user",
    description: "Deployment for project 8FHE43",
    ignoreApplicationStopFailures: false,
    startTime: wireTime(createdAtMs + doneMs + seconds(9)),
    revision: {
      revisionType: "S3",
      s3Location: {
        bucket: "project-1234",
        bundleType: "zip",
        eTag: "3fdd7b968314a096d5af1d649e26a4a",
        key: "North-App.zip",
      },
    },
  }),
  phases: [
    { fromMs: 0, status: "InProgress" },
    { fromMs: doneMs, status: "Succeeded" },
  ],
  moments: { done: doneMs },
  targets: fleet.courses.map(instanceTarget),
});
